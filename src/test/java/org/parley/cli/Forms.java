package org.parley.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.MarkdownWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.json.Json;

/** One result in all its forms, and the ids of rows and the figures that each of them tells. */
record Forms(String text, String markdown, String html, String json) {
  /** What stands in no other form: it shows whole what the trace shows in short. */
  private static final String FOR_PAGES_ONLY = "Decision diagrams and tables";

  private static final Set<String> ROWS =
      KnowledgeBase.builtIn().decisions().stream()
          .flatMap(d -> d.table().stream())
          .flatMap(t -> t.rows().stream())
          .map(r -> r.id())
          .collect(Collectors.toSet());
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)+");
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern NUMBERED = Pattern.compile("( *)\\d+\\. (.*)");

  /** Runs a command once for each form. */
  static Forms of(String... command) {
    List<String> forms = new ArrayList<>();
    for (String form : List.of("text", "markdown", "html", "json")) {
      Run run =
          Run.of(
              Stream.concat(Stream.of(command), Stream.of("--format", form))
                  .toArray(String[]::new));
      if (run.code() == Main.REFUSED) {
        throw new AssertionError(String.join(" ", command) + ": " + run.err());
      }
      forms.add(run.out());
    }
    return new Forms(forms.get(0), forms.get(1), forms.get(2), forms.get(3));
  }

  /** Writes a result in each form, as a command does. */
  static Forms of(Report report) {
    return new Forms(
        TextWriter.write(report.document().get(), Style.plain()),
        MarkdownWriter.write(report.document().get()),
        HtmlWriter.write(report.document().get()),
        Json.write(report.record().get()));
  }

  /** The text without frames. */
  String plainText() {
    return text.replaceAll("[│├└─▌]", " ");
  }

  /** The words of the Markdown, its lists numbered as a reader sees them. */
  String plainMarkdown() {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : markdown.split("\n", -1)) {
      Matcher item = NUMBERED.matcher(line);
      if (item.matches()) {
        lines.add(item.group(1) + ++number + ". " + item.group(2));
      } else {
        number = line.isBlank() ? 0 : number;
        lines.add(line);
      }
    }
    return String.join("\n", lines)
        .replace("<br>", " ")
        .replaceAll("&lt;|&gt;|&amp;|&#36;", " ")
        .replaceAll("\\\\(\\p{Punct})", "$1")
        .replace("**", "");
  }

  /** The words of the page. */
  String plainHtml() {
    return page().body().text();
  }

  /** The page without what repeats or draws what is said in words. */
  Document page() {
    Document page = Jsoup.parse(html);
    page.select("svg, nav, fieldset, caption.hidden").remove();
    page.select("section:has(> details > summary > h2:containsOwn(" + FOR_PAGES_ONLY + "))")
        .remove();
    page.select(".aside").forEach(e -> e.before(new TextNode(" ")));
    for (Element item : page.select("ol > li")) {
      item.prependText(item.elementSiblingIndex() + 1 + ". ");
    }
    return page;
  }

  JsonNode tree() throws IOException {
    return new ObjectMapper().readTree(json);
  }

  /** The ids of rows in a text. */
  static Set<String> rows(String words) {
    Set<String> rows = new LinkedHashSet<>();
    Matcher id = ID.matcher(words);
    while (id.find()) {
      if (ROWS.contains(id.group())) {
        rows.add(id.group());
      }
    }
    return rows;
  }

  /** The figures in a text, each with how often it is there. */
  static Map<String, Integer> figures(String words) {
    Map<String, Integer> figures = new TreeMap<>();
    Matcher figure = FIGURE.matcher(words);
    while (figure.find()) {
      figures.merge(figure.group(), 1, Integer::sum);
    }
    return figures;
  }
}
