package org.parley.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how sentences write the names of parties that stand in many cases. */
final class PartyNames {
  /** The file that they stand in; a knowledge base can do without. */
  static final String FILE = "dmn/names.csv";

  private static final String NAME = "name";
  private static final String SENTENCE = "in a sentence";

  private PartyNames() {}

  /** What sentences say for a name, such as {@code the United States}. */
  static Map<String, String> read(byte[] content, CsvFile csv) {
    Map<String, String> names = new LinkedHashMap<>();
    for (CsvFile.Line line : csv.read(content, List.of(NAME, SENTENCE))) {
      if (line.get(NAME).isEmpty() || line.get(SENTENCE).isEmpty()) {
        csv.add(line.number(), "a name and what a sentence says for it belong together");
      } else if (names.put(line.get(NAME), line.get(SENTENCE)) != null) {
        csv.add(line.number(), "the name '%s' stands here twice".formatted(line.get(NAME)));
      }
    }
    return names;
  }
}
