package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.author.save.Column;
import org.parley.author.save.RowDraft;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * What cells of a table say since other sheets have called facts or values otherwise. A sheet that
 * was made before still says the old words, and nobody edited them.
 */
final class RenamedWords {
  // of each column of the table as it is now, what a cell says now by what it said
  private final List<Map<String, String>> columns = new ArrayList<>();

  private RenamedWords() {}

  /**
   * @param was the table as it is without what the sheets do to its words
   * @param now the same table with them
   */
  static RenamedWords between(TablePage was, TablePage now, Vocabulary vocabulary) {
    RenamedWords words = new RenamedWords();
    now.header().forEach(name -> words.columns.add(new HashMap<>()));
    if (was.table().equals(now.table()) || was.table().rows().size() != now.table().rows().size()) {
      return words;
    }
    List<Integer> places = places(was, now, vocabulary);
    List<Set<String>> unsure =
        now.header().stream().<Set<String>>map(n -> new HashSet<>()).toList();
    for (int row = 0; row < was.table().rows().size(); row++) {
      RowDraft before = was.table().rows().get(row);
      List<String> said = was.texts(before);
      List<String> says = now.texts(now.table().rows().get(row));
      for (int i = 0; i < says.size(); i++) {
        if (places.get(i) >= 0) {
          String other = words.columns.get(i).put(said.get(places.get(i)).strip(), says.get(i));
          if (other != null && !other.equals(says.get(i))) {
            unsure.get(i).add(said.get(places.get(i)).strip());
          }
        }
      }
    }
    for (int i = 0; i < unsure.size(); i++) {
      words.columns.get(i).keySet().removeAll(unsure.get(i));
      words.columns.get(i).entrySet().removeIf(e -> e.getKey().equals(e.getValue().strip()));
    }
    return words;
  }

  /** Where each column was, or -1 where it is new. */
  private static List<Integer> places(TablePage was, TablePage now, Vocabulary vocabulary) {
    List<Integer> places = new ArrayList<>();
    List<String> inputs = was.table().inputs().stream().map(Column::name).toList();
    for (Column input : now.table().inputs()) {
      int place = inputs.indexOf(input.name());
      Optional<FactType> fact = vocabulary.fact(input.name());
      if (place < 0 && fact.isPresent()) {
        place =
            fact.get().formerly().names().stream()
                .map(inputs::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
      }
      places.add(place);
    }
    for (int i = 0; i < now.table().outputs().size(); i++) {
      places.add(inputs.size() + i);
    }
    int annotations = inputs.size() + was.table().outputs().size();
    for (int i = 0; i < now.table().annotations().size(); i++) {
      places.add(annotations + i);
    }
    return places;
  }

  /** What a cell says now. */
  String now(int column, String said) {
    return columns.get(column).getOrDefault(said, said);
  }
}
