package org.parley.author.save;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.ParleyException;
import org.parley.knowledge.Cell;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/**
 * A further value of a fact, in every place where it must stand: the vocabulary, the item
 * definitions of all models, the columns that list the values. A fact that says the same from the
 * other seat gets it too.
 *
 * @param fact the fact
 * @param value the value
 * @param before the value that it stands before
 */
public record AllowedValue(String fact, String value, String before) {
  private static final String VOCABULARY = "dmn/vocabulary.csv";

  /**
   * The files with the value.
   *
   * @throws ParleyException if the fact is not known, the value is there already, or cannot be one
   */
  public KnowledgeFiles addTo(KnowledgeBase base) {
    FactType type =
        base.vocabulary()
            .fact(fact)
            .orElseThrow(() -> new ParleyException("there is no fact '%s'".formatted(fact)));
    if (type.kind() != FactType.Kind.CHOICE || !type.values().contains(before)) {
      throw new ParleyException("'%s' is no choice with the value '%s'".formatted(fact, before));
    }
    if (type.values().contains(value)) {
      throw new ParleyException("'%s' has the value '%s' already".formatted(fact, value));
    }
    if (!value.equals(value.strip())
        || value.isEmpty()
        || value.matches("(?s).*[|\"\\\\\\n\\r].*")) {
      throw new ParleyException(
          "'%s' cannot be a value: it is empty or has blanks at an end, a bar, a quote, a backslash"
              .formatted(value));
    }
    Set<String> facts = sameFromEitherSeat(base, fact);
    KnowledgeFiles files = base.files();
    for (String name : files.names()) {
      byte[] content = files.get(name).orElseThrow();
      if (name.equals(VOCABULARY)) {
        files = files.with(name, inVocabulary(name, content, facts));
      } else if (name.endsWith(".dmn")) {
        files = files.with(name, inModel(ModelText.read(name, content), facts, type).bytes());
      }
    }
    return files;
  }

  /** A fact and those that say the same from the other seat, which have the same values. */
  public static Set<String> sameFromEitherSeat(KnowledgeBase base, String fact) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(fact));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        for (FactType other : base.vocabulary().facts()) {
          if (other.counterpart().equals(next)) {
            open.add(other.name());
          } else if (other.name().equals(next) && !other.counterpart().isEmpty()) {
            open.add(other.counterpart());
          }
        }
      }
    }
    return found;
  }

  private byte[] inVocabulary(String name, byte[] content, Set<String> facts) {
    EncodedText encoded = EncodedText.of(name, content);
    CsvText csv = new CsvText(encoded.text());
    int nameColumn = csv.cells(0).indexOf("name");
    int valuesColumn = csv.cells(0).indexOf("values");
    for (int i = 1; i < csv.size(); i++) {
      List<String> cells = csv.cells(i);
      if (facts.contains(cells.get(nameColumn).strip())) {
        String values = cells.get(valuesColumn);
        csv = new CsvText(csv.with(i, valuesColumn, withValue(values)));
      }
    }
    return encoded.withText(csv.text()).bytes();
  }

  private String withValue(String values) {
    List<String> parts = new ArrayList<>(List.of(values.split("\\|")));
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).strip().equals(before)) {
        parts.add(i, value);
        break;
      }
    }
    return String.join("|", parts);
  }

  private ModelText inModel(ModelText model, Set<String> facts, FactType type) {
    Map<String, Markup> definitions = new HashMap<>();
    model.root().all("itemDefinition").forEach(d -> definitions.put(d.attribute("name"), d));
    Set<Markup> lists = new LinkedHashSet<>();
    Set<String> types = new LinkedHashSet<>();
    for (Markup input : model.root().all("inputData")) {
      if (facts.contains(input.attribute("name"))) {
        types.add(
            ColumnTypes.local(input.first("variable").map(v -> v.attribute("typeRef")).orElse("")));
      }
    }
    for (String name : types) {
      Markup definition = definitions.get(name);
      if (definition != null) {
        definition.first("allowedValues").ifPresent(lists::add);
        definition.first("typeConstraint").ifPresent(lists::add);
      }
    }
    for (Markup decision : model.root().all("decision")) {
      decision.first("decisionTable").ifPresent(t -> addColumns(t, facts, lists));
    }
    Splices splices = new Splices();
    XmlWriting writing = new XmlWriting(model.encoded());
    for (Markup list : lists) {
      addToList(list, type, writing, splices);
    }
    return model.with(splices);
  }

  private static void addColumns(Markup table, Set<String> facts, Set<Markup> lists) {
    for (Markup input : table.all("input")) {
      String expression = input.first("inputExpression").map(Markup::text).orElse("");
      if (facts.contains(expression)) {
        input.first("inputValues").ifPresent(lists::add);
      }
    }
  }

  /** A list of some of the values stays as it is: it was meant to leave some out. */
  private void addToList(Markup list, FactType type, XmlWriting writing, Splices splices) {
    String text = list.text();
    Set<String> listed = Set.copyOf(Cell.listed(text));
    if (!listed.containsAll(type.values())) {
      return;
    }
    String quoted = '"' + before + '"';
    int at = text.indexOf(quoted);
    String blank = text.matches("(?s).*\",\\s.*") ? " " : "";
    writing.setText(
        list, text.substring(0, at) + '"' + value + "\"," + blank + text.substring(at), splices);
  }
}
