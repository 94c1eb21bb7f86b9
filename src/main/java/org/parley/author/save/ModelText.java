package org.parley.author.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.ParleyException;

/**
 * A DMN file as it is written, whose tables can be edited so that all else stays byte for byte:
 * comments, ids, extensions of other programs, the diagram, white space, line ends and encoding.
 * Immutable.
 */
public final class ModelText {
  private final EncodedText encoded;
  private final Markup root;
  private final Map<String, Markup> decisions = new LinkedHashMap<>();

  private ModelText(EncodedText encoded) {
    this.encoded = encoded;
    this.root = MarkupReader.read(encoded.file(), encoded.text());
    for (Markup decision : root.all("decision")) {
      if (decision.first("decisionTable").isPresent()) {
        decisions.put(decision.attribute("name"), decision);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @throws ParleyException if it is no XML, or not in the encoding that it declares
   */
  public static ModelText read(String file, byte[] content) {
    return new ModelText(EncodedText.of(file, content));
  }

  /** Its name. */
  public String file() {
    return encoded.file();
  }

  /** Its content. */
  public byte[] bytes() {
    return encoded.bytes();
  }

  /** Its tables as they are, in the order of the file. */
  public List<TableDraft> tables() {
    ColumnTypes types = new ColumnTypes(root);
    return decisions.values().stream().map(d -> draft(d, types)).toList();
  }

  /** The table of a decision as it is. */
  public Optional<TableDraft> table(String decision) {
    return Optional.ofNullable(decisions.get(decision)).map(d -> draft(d, new ColumnTypes(root)));
  }

  /**
   * This file with tables changed.
   *
   * @param drafts made from the tables of this very file
   * @throws ParleyException if a text cannot stand in XML, or the table would not read as drafted
   */
  public ModelText with(Collection<TableDraft> drafts) {
    Splices splices = new Splices();
    RowWriter rows = new RowWriter(encoded, ids(root));
    for (TableDraft draft : drafts) {
      Markup table =
          Optional.ofNullable(decisions.get(draft.decision()))
              .flatMap(d -> d.first("decisionTable"))
              .orElseThrow(() -> refused("has no table '%s'".formatted(draft.decision())));
      new TableWriter(encoded.text(), table, rows).write(draft, splices);
    }
    ModelText changed = with(splices);
    for (TableDraft draft : drafts) {
      if (!changed.table(draft.decision()).map(draft::saysTheSameAs).orElse(false)) {
        throw refused("the table '%s' would not read as it shall".formatted(draft.decision()));
      }
    }
    return changed;
  }

  /** This file with one table changed. */
  public ModelText with(TableDraft draft) {
    return with(List.of(draft));
  }

  EncodedText encoded() {
    return encoded;
  }

  Markup root() {
    return root;
  }

  ModelText with(Splices splices) {
    return splices.isEmpty()
        ? this
        : new ModelText(encoded.withText(splices.applyTo(encoded.text())));
  }

  private static TableDraft draft(Markup decision, ColumnTypes types) {
    Markup table = decision.first("decisionTable").orElseThrow();
    List<Column> inputs = table.all("input").stream().map(types::input).toList();
    List<Column> outputs =
        table.all("output").stream().map(o -> types.output(decision, o)).toList();
    RowAnnotations annotations =
        new RowAnnotations(
            table, Stream.concat(inputs.stream(), outputs.stream()).map(Column::name).toList());
    List<RowDraft> rows = new ArrayList<>();
    for (Markup rule : table.all("rule")) {
      rows.add(
          new RowDraft(
              rows.size(),
              RowDraft.NEW,
              rule.attribute("id"),
              filled(texts(rule, "inputEntry"), inputs.size()),
              texts(rule, "outputEntry"),
              annotations.of(rule)));
    }
    return new TableDraft(
        decision.attribute("name"),
        known(inputs, rows, RowDraft::tests),
        known(outputs, rows, RowDraft::results),
        annotations.headings(),
        rows);
  }

  /** The columns of which no type says what their values are as what their cells write out. */
  private static List<Column> known(
      List<Column> columns, List<RowDraft> rows, Function<RowDraft, List<String>> cells) {
    List<Column> known = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      known.add(
          columns
              .get(i)
              .seenIn(
                  rows.stream()
                      .map(cells)
                      .filter(c -> column < c.size())
                      .map(c -> c.get(column))
                      .toList()));
    }
    return known;
  }

  /** A row may leave out what says nothing at its end. */
  private static List<String> filled(List<String> texts, int size) {
    List<String> filled = new ArrayList<>(texts);
    while (filled.size() < size) {
      filled.add("");
    }
    return filled;
  }

  private static List<String> texts(Markup rule, String kind) {
    return rule.all(kind).stream().map(Markup::text).toList();
  }

  static Set<String> ids(Markup element) {
    Set<String> ids = new HashSet<>();
    all(element).map(e -> e.attribute("id")).filter(id -> !id.isEmpty()).forEach(ids::add);
    return ids;
  }

  static Stream<Markup> all(Markup element) {
    return Stream.concat(Stream.of(element), element.children().stream().flatMap(ModelText::all));
  }

  private ParleyException refused(String message) {
    return ParleyException.in(encoded.file(), message);
  }
}
