package org.parley.author.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside the cells of a table's rows: their annotations and their descriptions. A
 * description is the Why of a row whose own is empty; where a table has no such column, it has one
 * to itself.
 */
final class RowAnnotations {
  static final String DESCRIPTION = "description";
  private static final String WHY = "Why";
  private static final List<String> HEADINGS =
      List.of("Description", "Description of the row", "Description of the row (2)");

  private final List<String> columns;
  private final int why;
  private final String heading;

  /** What a rule says: its entries, and its description. */
  private record Said(List<String> entries, String description) {}

  /**
   * @param others the names of the other columns
   */
  RowAnnotations(Markup table, Collection<String> others) {
    this.columns = table.all("annotation").stream().map(a -> a.attribute("name")).toList();
    this.why = columns.stream().map(n -> n.equalsIgnoreCase(WHY)).toList().indexOf(true);
    this.heading =
        HEADINGS.stream()
            .filter(h -> !columns.contains(h) && !others.contains(h))
            .findFirst()
            .orElse(HEADINGS.get(0));
  }

  /** The names of the columns. */
  List<String> headings() {
    List<String> headings = new ArrayList<>(columns);
    if (why < 0) {
      headings.add(heading);
    }
    return headings;
  }

  /** The Why of a rule among its annotations; empty where it has none. */
  String why(Markup rule) {
    return why < 0 ? "" : said(rule).entries().get(why);
  }

  /** What a rule says in each of them. */
  List<String> of(Markup rule) {
    Said said = said(rule);
    List<String> texts = new ArrayList<>(said.entries());
    if (why < 0) {
      texts.add(said.description());
    } else if (texts.get(why).isBlank()) {
      texts.set(why, said.description());
    }
    return texts;
  }

  private Said said(Markup rule) {
    List<String> entries =
        new ArrayList<>(rule.all("annotationEntry").stream().map(Markup::text).toList());
    while (entries.size() < columns.size()) {
      entries.add("");
    }
    return new Said(
        entries.subList(0, columns.size()), rule.first(DESCRIPTION).map(Markup::value).orElse(""));
  }

  /** The annotations that a rule shall have, given what shall stand in the columns. */
  List<String> entries(Optional<Markup> rule, List<String> wanted) {
    return written(rule, wanted).entries();
  }

  /** The description that it shall have then; an empty string for none. */
  String description(Optional<Markup> rule, List<String> wanted) {
    return written(rule, wanted).description();
  }

  private Said written(Optional<Markup> rule, List<String> wanted) {
    List<String> entries = new ArrayList<>(wanted.subList(0, columns.size()));
    if (why < 0) {
      return new Said(entries, wanted.get(columns.size()));
    }
    Said now = rule.map(this::said).orElse(new Said(wanted, ""));
    String entry = now.entries().get(why);
    String described = now.description();
    if (described.isBlank()) {
      return new Said(entries, described);
    }
    String sentence = entries.get(why);
    if (entry.isBlank()) {
      entries.set(why, entry);
      return new Said(entries, sentence);
    }
    // the two are one thing, as long as they say one thing
    return new Said(entries, plain(entry).equals(plain(described)) ? sentence : described);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Has a rule be described so; not at all where the text is empty. */
  static void describe(
      Markup rule, String text, EncodedText file, XmlWriting writing, Splices splices) {
    Optional<Markup> description = rule.first(DESCRIPTION);
    if (description.map(Markup::value).orElse("").equals(text)) {
      return;
    }
    if (description.isEmpty()) {
      splices.insert(rule.inside(), element(rule.prefix(), text, lead(rule, file), writing));
    } else if (text.isEmpty()) {
      String before = file.text().substring(0, description.get().start());
      int blanks = before.length() - before.stripTrailing().length();
      splices.replace(description.get().start() - blanks, description.get().end(), "");
    } else {
      writing.setValue(description.get(), text, splices);
    }
  }

  /** A description as it is written, with blanks before it. */
  static String element(String prefix, String text, String blanks, XmlWriting writing) {
    String name = prefix + DESCRIPTION;
    return "%s<%s>%s</%2$s>".formatted(blanks, name, writing.text(text));
  }

  /** A line like that of the first cell. */
  private static String lead(Markup rule, EncodedText file) {
    String blanks =
        rule.children().isEmpty()
            ? ""
            : file.text().substring(rule.inside(), rule.children().get(0).start());
    return blanks.isBlank() ? blanks : "";
  }
}
