package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.save.ModelText;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;

/** The tables of a knowledge base as pages, and the files that they stand in. */
final class Pages {
  private final Map<String, ModelText> models = new HashMap<>();
  private final Map<String, TablePage> pages = new LinkedHashMap<>();

  Pages(KnowledgeBase base) {
    for (Decision decision : base.decisions()) {
      if (decision.table().isPresent()) {
        ModelText model =
            models.computeIfAbsent(
                decision.file(), f -> ModelText.read(f, base.files().get(f).orElseThrow()));
        model
            .table(base.ownName(decision))
            .ifPresent(t -> pages.put(decision.name(), new TablePage(decision, t)));
      }
    }
  }

  Collection<TablePage> all() {
    return pages.values();
  }

  Optional<TablePage> of(String decision) {
    return Optional.ofNullable(pages.get(decision));
  }

  /** Some of the tables; all where none is named. */
  List<TablePage> named(List<String> names) {
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      if (!pages.containsKey(name)) {
        problems.add(Problem.of(unknown(name)));
      }
    }
    ParleyException.throwIfAny(problems);
    return pages.values().stream()
        .filter(p -> names.isEmpty() || names.contains(p.decision().name()))
        .toList();
  }

  String unknown(String name) {
    return "there is no table '%s'%s".formatted(name, Nearest.hint(name, pages.keySet()));
  }

  ModelText model(String file) {
    return models.get(file);
  }
}
