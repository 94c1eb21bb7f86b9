package org.parley.author.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * An earlier knowledge base in the words of a later one, so that what is only called otherwise is
 * not taken for something else.
 *
 * @param knowledge the earlier one in those words
 * @param names the facts that are called otherwise, by what they are called later
 * @param values by fact, as it is called later, the values that are called otherwise, each with
 *     what it is called later
 */
public record Rewording(
    KnowledgeBase knowledge, Map<String, String> names, Map<String, Map<String, String>> values) {

  /** The earlier one in the words of the later one, as far as that says what it was called. */
  public static Rewording of(KnowledgeBase earlier, KnowledgeBase later) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    KnowledgeBase reworded = earlier;
    try {
      for (FactType now : later.vocabulary().facts()) {
        Optional<String> former = former(reworded, now, later);
        if (former.isPresent()) {
          reworded = new FactEdits(reworded, Map.of()).rename(former.get(), now.name()).after();
          names.put(now.name(), former.get());
        }
        for (Map.Entry<String, String> value : now.formerly().values().entrySet()) {
          if (isRenamed(reworded, now, value.getKey(), value.getValue())) {
            reworded =
                new ValueEdits(reworded, Map.of())
                    .rename(now.name(), value.getKey(), value.getValue())
                    .after();
          }
        }
      }
    } catch (ParleyException e) {
      // what cannot be reworded is told as it stands
      return new Rewording(earlier, Map.of(), Map.of());
    }
    for (FactType now : later.vocabulary().facts()) {
      earlier
          .vocabulary()
          .fact(names.getOrDefault(now.name(), now.name()))
          .ifPresent(was -> addValues(was, now, values));
    }
    return new Rewording(reworded, names, values);
  }

  private static void addValues(
      FactType was, FactType now, Map<String, Map<String, String>> values) {
    now.formerly()
        .values()
        .forEach(
            (former, then) -> {
              if (was.values().contains(former) && !was.values().contains(then)) {
                values.computeIfAbsent(now.name(), n -> new LinkedHashMap<>()).put(former, then);
              }
            });
  }

  private static Optional<String> former(KnowledgeBase earlier, FactType now, KnowledgeBase later) {
    List<String> known = earlier.vocabulary().factNames();
    return known.contains(now.name())
        ? Optional.empty()
        : now.formerly().names().stream()
            .filter(n -> known.contains(n) && later.vocabulary().fact(n).isEmpty())
            .findFirst();
  }

  private static boolean isRenamed(
      KnowledgeBase earlier, FactType now, String former, String then) {
    return earlier
        .vocabulary()
        .fact(now.name())
        .filter(was -> was.values().contains(former) && !was.values().contains(then))
        .isPresent();
  }
}
