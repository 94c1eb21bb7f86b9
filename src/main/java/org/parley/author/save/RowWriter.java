package org.parley.author.save;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

/** Writes the rows of one file: changes those that are there, and forms new ones after them. */
final class RowWriter {
  private static final String TEST = "inputEntry";
  private static final Set<String> CELLS = Set.of(TEST, "outputEntry", "annotationEntry");

  private final EncodedText file;
  private final XmlWriting writing;
  private final Set<String> takenIds;

  /**
   * @param takenIds the ids in the file; those given to new cells are added
   */
  RowWriter(EncodedText file, Set<String> takenIds) {
    this.file = file;
    this.writing = new XmlWriting(file);
    this.takenIds = takenIds;
  }

  /** Has a row of the file say something else. */
  void change(Markup rule, RowDraft row, RowAnnotations annotations, Splices splices) {
    if (!rule.attribute("id").equals(row.id())) {
      new Tag(file.text(), rule).set("id", writing.attribute(row.id()), splices);
    }
    setCells(rule, row, annotations, splices);
  }

  /** A new row in the form of one of the file. */
  String like(Markup rule, RowDraft row, RowAnnotations annotations) {
    Splices splices = new Splices();
    Tag tag = new Tag(file.text(), rule);
    tag.dropForeign(splices);
    tag.set("id", writing.attribute(row.id()), splices);
    dropRemarks(rule, splices);
    int place = 0;
    for (Markup child : rule.children()) {
      if (CELLS.contains(child.name()) && child.namespace().equals(rule.namespace())) {
        place++;
        renameCell(child, rule.attribute("id"), row.id(), place, splices);
      } else if (!rule.first(RowAnnotations.DESCRIPTION).filter(child::equals).isPresent()) {
        dropWithBlanks(child.start(), child.end(), splices);
      }
    }
    setCells(rule, row, annotations, splices);
    return splices.applyTo(file.text(), rule.start(), rule.end());
  }

  /** A new row where there is none to follow; {@code blanks} stand before it. */
  String fresh(String prefix, RowDraft row, RowAnnotations annotations, String blanks) {
    StringBuilder written = new StringBuilder();
    written.append("<%srule id=\"%s\">".formatted(prefix, writing.attribute(row.id())));
    String deeper = blanks.isEmpty() ? "" : blanks + "  ";
    String description = annotations.description(Optional.empty(), row.annotations());
    if (!description.isEmpty()) {
      written.append(RowAnnotations.element(prefix, description, deeper, writing));
    }
    row.tests().forEach(t -> written.append(deeper).append(cell(prefix, TEST, t)));
    row.results().forEach(t -> written.append(deeper).append(cell(prefix, "outputEntry", t)));
    annotations
        .entries(Optional.empty(), row.annotations())
        .forEach(t -> written.append(deeper).append(cell(prefix, "annotationEntry", t)));
    return written.append(blanks).append("</%srule>".formatted(prefix)).toString();
  }

  private String cell(String prefix, String kind, String value) {
    return "<%1$s%2$s><%1$stext>%3$s</%1$stext></%1$s%2$s>"
        .formatted(prefix, kind, writing.text(value));
  }

  private void setCells(Markup rule, RowDraft row, RowAnnotations annotations, Splices splices) {
    RowAnnotations.describe(
        rule,
        annotations.description(Optional.of(rule), row.annotations()),
        file,
        writing,
        splices);
    setCells(rule, TEST, row.tests(), row, splices);
    setCells(rule, "outputEntry", row.results(), row, splices);
    List<Markup> notes = rule.all("annotationEntry");
    List<String> entries = annotations.entries(Optional.of(rule), row.annotations());
    int given = Math.min(notes.size(), entries.size());
    for (int i = 0; i < given; i++) {
      writing.setText(notes.get(i), entries.get(i), splices);
    }
    addMissingNotes(rule, entries.subList(given, entries.size()), splices);
  }

  private void setCells(
      Markup rule, String kind, List<String> texts, RowDraft row, Splices splices) {
    List<Markup> cells = rule.all(kind);
    if (cells.size() < texts.size() && kind.equals(TEST)) {
      addMissingTests(rule, texts.subList(cells.size(), texts.size()), splices);
    } else if (cells.size() != texts.size()) {
      throw new ParleyException(
          new Problem(
              Place.of(file.file()).in("row", row.id()),
              "has %d cells of the kind %s where the table has %d columns"
                  .formatted(cells.size(), kind, texts.size())));
    }
    for (int i = 0; i < cells.size(); i++) {
      writing.setText(cells.get(i), texts.get(i), splices);
    }
  }

  /** A row may leave out tests that test nothing at its end. */
  private void addMissingTests(Markup rule, List<String> tests, Splices splices) {
    int last =
        IntStream.range(0, tests.size()).filter(i -> !tests.get(i).isBlank()).max().orElse(-1);
    Markup answer = rule.first("outputEntry").orElseThrow();
    for (String test : tests.subList(0, last + 1)) {
      splices.insert(
          answer.start(), cell(rule.prefix(), TEST, test) + blanksBefore(answer.start()));
    }
  }

  /** A row may leave out annotations at its end. */
  private void addMissingNotes(Markup rule, List<String> notes, Splices splices) {
    int last =
        IntStream.range(0, notes.size()).filter(i -> !notes.get(i).isEmpty()).max().orElse(-1);
    Markup neighbour = rule.children().get(rule.children().size() - 1);
    for (String note : notes.subList(0, last + 1)) {
      splices.insert(
          neighbour.end(),
          blanksBefore(neighbour.start()) + cell(rule.prefix(), "annotationEntry", note));
    }
  }

  /** A cell's id in the style of its row: the row's own id is part of it, or it is numbered. */
  private void renameCell(Markup cell, String oldRow, String newRow, int place, Splices splices) {
    Tag tag = new Tag(file.text(), cell);
    tag.dropForeign(splices);
    dropRemarks(cell, splices);
    String old = cell.attribute("id");
    if (old.isEmpty()) {
      return;
    }
    String part = "(?<![A-Za-z0-9])%s(?![A-Za-z0-9])".formatted(Pattern.quote(oldRow));
    String renamed = old.replaceFirst(part, Matcher.quoteReplacement(newRow));
    String wanted =
        !oldRow.isEmpty() && !renamed.equals(old)
            ? renamed
            : "%s_%s_%d".formatted(old.replaceFirst("_.*$", ""), newRow, place);
    String id = wanted;
    for (int i = 2; !takenIds.add(id); i++) {
      id = wanted + "-" + i;
    }
    tag.set("id", writing.attribute(id), splices);
  }

  private void dropRemarks(Markup element, Splices splices) {
    element.remarks().forEach(r -> dropWithBlanks(r.start(), r.end(), splices));
  }

  private void dropWithBlanks(int start, int end, Splices splices) {
    splices.replace(start - blanksBefore(start).length(), end, "");
  }

  /** The white space before a place. */
  String blanksBefore(int place) {
    String before = file.text().substring(0, place);
    return before.substring(before.stripTrailing().length());
  }
}
