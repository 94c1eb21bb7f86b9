package org.parley.author.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.knowledge.Cell;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftModel;
import org.parley.knowledge.KnowledgeDraft;

/** Looks for values that are most likely one value, written in two ways. */
final class SpellingCheck {
  private static final int SHORT = 5;

  private final List<Slip> slips = new ArrayList<>();
  // a type of a fact has the values of the vocabulary, which is where they are to be mended
  private final Set<List<String>> seen = new HashSet<>();

  private SpellingCheck() {}

  static List<Slip> check(KnowledgeDraft draft) {
    SpellingCheck check = new SpellingCheck();
    draft.vocabulary().facts().forEach(f -> check.check(f.values(), draft.place(f)));
    for (DraftModel model : draft.models()) {
      for (DraftModel.Type type : model.types()) {
        check.check(type.values(), Place.of(model.file(), type.line()).column(type.name()));
      }
      model.decisions().forEach(check::results);
    }
    return check.slips;
  }

  /** Results whose type does not list them may be spelt in two ways as well. */
  private void results(DraftDecision decision) {
    for (int i = 0; i < decision.outputs().size(); i++) {
      int output = i;
      if (decision.outputs().get(i).values().isEmpty()) {
        List<String> texts =
            decision.decisionTable().rows().stream()
                .filter(r -> output < r.results().size())
                .flatMap(r -> Cell.answer(r.results().get(output)).texts().stream())
                .distinct()
                .toList();
        check(texts, decision.outputs().get(i).place());
      }
    }
  }

  private void check(List<String> values, Place place) {
    if (!seen.add(values.stream().sorted().toList())) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        if (isNear(values.get(i), values.get(j))) {
          slips.add(Slip.of(Slip.Kind.ALIKE, place, values.get(i), values.get(j)));
        }
      }
    }
  }

  private static boolean isNear(String one, String other) {
    String a = folded(one);
    String b = folded(other);
    return a.equals(b) || (Math.min(a.length(), b.length()) >= SHORT && isOneEditAway(a, b));
  }

  private static String folded(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
  }

  /** Whether one letter more, less or other makes one word of the other. */
  private static boolean isOneEditAway(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (Stream.of(restA, restB).anyMatch(r -> !r.isEmpty() && Character.isDigit(r.charAt(0)))) {
      // values that count are alike on purpose
      return false;
    }
    return restA.equals(skip(restB))
        || skip(restA).equals(restB)
        || skip(restA).equals(skip(restB));
  }

  private static String skip(String rest) {
    return rest.isEmpty() ? rest : rest.substring(1);
  }
}
