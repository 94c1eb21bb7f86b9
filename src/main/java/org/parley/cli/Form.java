package org.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.report.document.Document;
import org.parley.report.document.DocxWriter;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.MarkdownWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.json.Json;
import picocli.CommandLine.Option;

/** The form that a result is printed in. */
final class Form {
  private static final String BETWEEN_PAGES = "\n---\n\n";
  private static final Map<String, Format> BY_EXTENSION =
      Map.of(
          "md", Format.markdown,
          "markdown", Format.markdown,
          "json", Format.json,
          "html", Format.html,
          "htm", Format.html,
          "docx", Format.docx,
          "sarif", Format.sarif,
          "xml", Format.junit);

  private static final Set<Format> MEMOS =
      Set.of(Format.html, Format.markdown, Format.docx, Format.text);

  private static final Set<String> PLAIN = Set.of("txt", "text", "log", "out");

  /** The forms; the last three are written by some commands only. */
  enum Format {
    text,
    markdown,
    json,
    html,
    docx,
    memo,
    sarif,
    junit
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, markdown, json, html or docx, and with advise and diff memo; default: what the name"
              + " of FILE ends in, which wins, or else text.")
  private Format format;

  /**
   * The form of a result.
   *
   * @param file where it goes, or {@code null} for standard output
   */
  Format of(Path file) {
    String name = file == null ? "" : String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Format byName = BY_EXTENSION.get(ending);
    if (isMemo()) {
      return ofMemo(name, ending);
    }
    if (byName != null) {
      return byName;
    }
    if (format == null && name.lastIndexOf('.') > 0 && !PLAIN.contains(ending)) {
      throw new ParleyException(
          "'%s': no result is written as .%s; name the file .txt, .md, .json, .html or .docx, or give --format"
              .formatted(name, ending));
    }
    return format == null ? Format.text : format;
  }

  /**
   * Refuses any form that is asked for.
   *
   * @param why what is written instead
   */
  void refuse(String why) {
    if (format != null) {
      throw new ParleyException("--format %s: %s".formatted(format, why));
    }
  }

  /** Whether what is asked for is what the result comes to on one page. */
  boolean isMemo() {
    return format == Format.memo;
  }

  /** A memo is a page, unless the name of its file ends otherwise. */
  private static Format ofMemo(String name, String ending) {
    Format byName = PLAIN.contains(ending) ? Format.text : BY_EXTENSION.get(ending);
    if (name.lastIndexOf('.') <= 0) {
      return Format.html;
    }
    if (byName == null || !MEMOS.contains(byName)) {
      throw new ParleyException(
          "'%s': a memo is not written as .%s; name the file .html, .docx, .md or .txt"
              .formatted(name, ending));
    }
    return byName;
  }

  /**
   * A page that is Markdown, unless the name of its file ends otherwise.
   *
   * @param file where it goes, or {@code null} for standard output
   * @throws ParleyException if no page is written under such a name
   */
  static String page(Document page, Path file, Style style) {
    String ending = ending(file);
    if (ending.isEmpty() || BY_EXTENSION.get(ending) == Format.markdown) {
      return MarkdownWriter.write(page);
    }
    if (BY_EXTENSION.get(ending) == Format.html) {
      return HtmlWriter.write(page);
    }
    if (PLAIN.contains(ending)) {
      return TextWriter.write(page, style);
    }
    throw new ParleyException(
        "'%s': a page is not written as .%s; name the file .md, .html, .docx or .txt"
            .formatted(file.getFileName(), ending));
  }

  /** Whether a file is a Word document by its name. */
  static boolean isDocx(Path file) {
    return BY_EXTENSION.get(ending(file)) == Format.docx;
  }

  /** What a name ends in, without the point, or an empty string. */
  static String ending(Path file) {
    String name = file == null ? "" : String.valueOf(file.getFileName());
    int point = name.lastIndexOf('.');
    return point > 0 ? name.substring(point + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** A result in its form. */
  String write(Report report, Path file, Style style) {
    return write(List.of(report), file, style);
  }

  /**
   * Results in one form, one behind the other.
   *
   * @throws ParleyException if they cannot be had in it
   */
  String write(List<Report> reports, Path file, Style style) {
    Format chosen = of(file);
    return switch (chosen) {
      case text ->
          reports.stream()
              .map(r -> TextWriter.write(document(r), style))
              .collect(Collectors.joining("\n\n"));
      case markdown ->
          reports.stream()
              .map(r -> MarkdownWriter.write(document(r)))
              .collect(Collectors.joining(BETWEEN_PAGES));
      case json ->
          reports.size() == 1
              ? Json.write(reports.get(0).record().get())
              : Json.write(reports.stream().map(r -> r.record().get()).toList());
      case html -> HtmlWriter.write(document(only(reports, "an HTML page")));
      case docx ->
          throw new ParleyException("a Word document is written to a file: give -o FILE.docx");
      case memo, sarif, junit -> other(reports.get(0), chosen.name());
    };
  }

  /**
   * A result as a Word document.
   *
   * @throws ParleyException if it cannot be had as one
   */
  byte[] docx(List<Report> reports) {
    return DocxWriter.write(document(only(reports, "a Word document")));
  }

  private static Report only(List<Report> reports, String what) {
    if (reports.size() > 1) {
      throw new ParleyException(what + " is of one case: name one case file");
    }
    return reports.get(0);
  }

  private Document document(Report report) {
    return isMemo()
        ? report.memo().orElseThrow(() -> unknown(report, Format.memo.name())).get()
        : report.document().get();
  }

  private static String other(Report report, String name) {
    if (!report.others().containsKey(name)) {
      throw unknown(report, name);
    }
    return report.others().get(name).get();
  }

  private static ParleyException unknown(Report report, String name) {
    List<String> forms = new ArrayList<>(List.of("text", "markdown", "json", "html", "docx"));
    report.memo().ifPresent(m -> forms.add(Format.memo.name()));
    forms.addAll(report.others().keySet().stream().sorted().toList());
    return new ParleyException(
        "there is no form '%s' of this result: it can be had as %s"
            .formatted(name, String.join(", ", forms)));
  }
}
