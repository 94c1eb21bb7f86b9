package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.CaseDesk.line;
import static org.parley.cli.CaseDesk.small;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.Fact;
import org.parley.author.sheet.Book;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/**
 * However a case file is written, an import changes in it what was edited and nothing around it.
 */
class CaseFileFormsTest {
  private static final Vocabulary WORDS = KnowledgeBase.builtIn().vocabulary();
  private static final String TREND = "battlefield trend";

  @TempDir private Path folder;
  private CaseDesk desk;

  @BeforeEach
  void copy() throws IOException {
    desk = CaseDesk.in(folder);
  }

  /** In each file the same is edited: a fact comes, another goes, a third gets another reason. */
  @Test
  void everyFormOfAFileKeepsIt() throws IOException {
    Map<String, String> after = new TreeMap<>();
    form(
        after,
        "json.json",
        """
        {"id": "json",   "as of": "1968-04-02", "deciding party": "Us",
         "adversary": "Them",
         "facts": { "relative power": "weaker",
                    "battlefield trend" : {"value": "stalemate", "why": "As before"} } }
        """,
        """
        {"id": "json",   "as of": "1968-04-02", "deciding party": "Us",
         "adversary": "Them",
         "facts": { "battlefield trend" : {"value": "stalemate", "why": "Now: #2 \\"of\\" 𝔘s"},
                    "way out": "no" } }
        """);
    String block =
        small(
            "block",
            "relative power: weaker\n" + TREND + ":\n  value: stalemate\n  why: As before");
    String blockAfter =
        small(
                "block",
                TREND + ":\n  value: stalemate\n  why: 'Now: #2 \"of\" 𝔘s'\nway out: \"no\"")
            .replace("'Now: #2 \"of\" 𝔘s'", "\"Now: #2 \\\"of\\\" 𝔘s\"");
    form(after, "block.yaml", block, blockAfter);
    form(
        after,
        "crlf.yaml",
        block.replace("block", "crlf").replace("\n", "\r\n"),
        blockAfter.replace("block", "crlf").replace("\n", "\r\n"));
    form(
        after,
        "mark.yaml",
        "\uFEFF" + block.replace("block", "mark"),
        "\uFEFF" + blockAfter.replace("block", "mark"));
    form(
        after,
        "flow.yaml",
        """
        {id: flow, as of: 1968-04-02, deciding party: Us, adversary: Them, # a remark
         facts: {relative power: weaker, battlefield trend: {value: stalemate, why: 'As before'}}}
        """,
        """
        {id: flow, as of: 1968-04-02, deciding party: Us, adversary: Them, # a remark
         facts: {battlefield trend: {value: stalemate, why: 'Now: #2 "of" 𝔘s'}, way out: "no"}}
        """);
    form(
        after,
        "remarks.yaml",
        """
        # above all
        id: remarks   # the id
        as of: 1968-04-02
        deciding party: "𝔘s"
        adversary: Them
        facts: # what is known
          # of power
          relative power: weaker   # gone
          battlefield trend: # a trend
            value: stalemate # stays
            why: As before   # stays as well
        # below all
        """,
        """
        # above all
        id: remarks   # the id
        as of: 1968-04-02
        deciding party: "𝔘s"
        adversary: Them
        facts: # what is known
          # of power
          battlefield trend: # a trend
            value: stalemate # stays
            why: "Now: #2 \\"of\\" 𝔘s"   # stays as well
          way out: "no"
        # below all
        """);
    form(
        after,
        "folded.yaml",
        """
        id: folded
        as of: 1968-04-02
        deciding party: Us
        adversary: Them
        summary: |
          Two
          lines.
        facts:
          relative power: weaker
          battlefield trend:
            value: stalemate
            why: >-
              As
              before
            source: A book
        """,
        """
        id: folded
        as of: 1968-04-02
        deciding party: Us
        adversary: Them
        summary: |
          Two
          lines.
        facts:
          battlefield trend:
            value: stalemate
            why: "Now: #2 \\"of\\" 𝔘s"
            source: A book
          way out: "no"
        """);
    Map<String, String> before = desk.contents();
    Book book = desk.export();
    for (String name : after.keySet()) {
      String sheet = name.replaceFirst("\\..*", "");
      book.type(sheet, "C" + line(book, sheet, "relative power"), "")
          .type(sheet, "C" + line(book, sheet, "way out"), "no")
          .type(sheet, "D" + line(book, sheet, TREND), "Now: #2 \"of\" 𝔘s");
    }
    book.save();

    Run saved = desk.take("--save");

    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(desk.contents()).isEqualTo(after);
    assertThat(desk.run("undo").code()).isZero();
    assertThat(desk.contents()).isEqualTo(before);
  }

  private void form(Map<String, String> all, String name, String before, String after)
      throws IOException {
    desk.write(name, before);
    all.put(name, after);
  }

  @Test
  void everyTextComesBackAsItWasTyped() throws IOException {
    List<String> texts =
        List.of(
            "#1 of all",
            "a # sign",
            "key: value",
            "ends with:",
            "\"quoted\" and 'single'",
            "- a dash",
            "? a question",
            "yes",
            "No",
            "null",
            "12",
            "0012",
            "1968-04-01",
            "0x1F",
            "1e3",
            "[a, b]",
            "{a: b}",
            "&anchor",
            "*star",
            "!tag",
            "%percent",
            "@at",
            "`tick",
            "=1+1",
            "back\\slash",
            "two\nlines",
            "a blank line\n\nbetween",
            "𝔘nicode 🕊 beyond",
            "long " + "words ".repeat(40) + "end",
            "tab\tin it");
    List<String> written =
        List.of(
            "Plain words",
            "\"In quotes\"",
            "'In single ones'",
            ">-\n    Folded\n    words",
            "|-\n    As\n    it is");
    List<String> facts = WORDS.factNames();
    Map<String, String> typed = new LinkedHashMap<>();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      String style = written.get(i % written.size());
      lines.append(
          "%s:\n  value: unknown\n  why: %s\n  source: A book\n".formatted(facts.get(i), style));
      typed.put(facts.get(i), texts.get(i));
    }
    desk.write("texts.yaml", small("texts", lines.toString()));
    String before = desk.read("texts.yaml");
    Book book = desk.export();
    typed.forEach((fact, text) -> book.type("texts", "D" + line(book, "texts", fact), text));
    book.save();

    Run saved = desk.take("--save");

    assertThat(saved.code()).as(saved.err()).isZero();
    var read = new CaseFiles(WORDS).read(desk.copy().folder().resolve("cases/texts.yaml"));
    typed.forEach((fact, text) -> assertThat(read.facts().get(fact).why()).isEqualTo(text));
    assertThat(CaseDesk.without(before, desk.read("texts.yaml")))
        .allMatch(l -> l.startsWith("    why:") || l.matches("      \\S.*"));
    assertThat(desk.take("--save").out()).contains("nothing changes");
  }

  /**
   * In every case that is shipped one fact gets another value, a second another reason and source,
   * and a third goes; which ones differs from case to case. Only their lines change, and undo gives
   * the same bytes.
   */
  @Test
  void inEveryCaseOnlyTheLinesOfTheFactsChange() throws IOException {
    Path cases = desk.copy().folder().resolve("cases");
    CaseFiles reader = new CaseFiles(WORDS);
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        if (reader.read(file).facts().size() > 2) {
          Files.copy(file, cases.resolve(file.getFileName()));
        }
      }
    }
    Map<String, String> before = desk.contents();
    assertThat(before).hasSizeGreaterThan(100);
    Map<String, List<String>> facts = new TreeMap<>();
    Map<String, String> values = new TreeMap<>();
    Book book = desk.export();
    for (String file : before.keySet()) {
      String id = file.replace(".yaml", "");
      List<String> names = new ArrayList<>(reader.read(cases.resolve(file)).facts().keySet());
      int first = facts.size() * 7;
      List<String> edited =
          Stream.of(first, first + 1, first + 2).map(i -> names.get(i % names.size())).toList();
      facts.put(file, edited);
      int valued = line(book, id, edited.get(0));
      int told = line(book, id, edited.get(1));
      int gone = line(book, id, edited.get(2));
      values.put(file, another(edited.get(0), book.says(id, "C" + valued)));
      book.type(id, "C" + valued, values.get(file))
          .type(id, "D" + told, why(id))
          .type(id, "E" + told, "A book: #1")
          .type(id, "C" + gone, "")
          .type(id, "D" + gone, "")
          .type(id, "E" + gone, "")
          .type(id, "F" + gone, "");
    }
    book.save();

    Run saved = desk.take("--save");

    assertThat(saved.err()).isEmpty();
    assertThat(saved.code()).isNotEqualTo(Main.REFUSED);
    Map<String, String> now = desk.contents();
    assertThat(now.keySet()).isEqualTo(before.keySet());
    for (String file : before.keySet()) {
      List<String> edited = facts.get(file);
      assertThat(outside(now.get(file), edited)).isEqualTo(outside(before.get(file), edited));
      Map<String, Fact> read = reader.read(cases.resolve(file)).facts();
      assertThat(read.get(edited.get(0)).value()).isEqualTo(values.get(file));
      assertThat(read.get(edited.get(1)).why()).isEqualTo(why(file.replace(".yaml", "")));
      assertThat(read.get(edited.get(1)).source()).isEqualTo("A book: #1");
      assertThat(read).doesNotContainKey(edited.get(2));
    }
    assertThat(desk.run("undo").code()).isZero();
    assertThat(desk.contents()).isEqualTo(before);
  }

  private static String why(String id) {
    return "Coded anew: #1 — \"%s\", 'so'".formatted(id);
  }

  private static String another(String fact, String value) {
    FactType type = WORDS.fact(fact).orElseThrow();
    return type.kind() == FactType.Kind.NUMBER
        ? value.equals("7") ? "8" : "7"
        : type.values().stream().filter(v -> !v.equals(value)).findFirst().orElseThrow();
  }

  /** A file without the lines of some facts. */
  private static String outside(String text, List<String> facts) {
    StringBuilder outside = new StringBuilder();
    boolean inside = false;
    for (String line : text.split("(?<=\n)")) {
      boolean begins = facts.stream().anyMatch(f -> line.startsWith("  " + f + ":"));
      inside = begins || (inside && line.startsWith("    "));
      outside.append(inside ? "" : line);
    }
    return outside.toString();
  }

  @Test
  void theRecordSaysWhatChangesAndWhatIsSaved() throws IOException {
    Files.copy(
        Path.of("cases/vietnam-war/VN-04.yaml"), desk.copy().folder().resolve("cases/VN-04.yaml"));
    Book book = desk.export();
    book.type("VN-04", "C" + line(book, "VN-04", "resilience signal"), "weak")
        .type("VN-04", "C" + line(book, "VN-04", "tags"), "interstate; ended")
        .save();

    Run dry = desk.take("--format", "json");

    JsonNode json = dry.json();
    assertThat(Run.keys(json))
        .containsExactly(
            "schemaVersion", "problems", "notes", "conflicts", "cases", "moved", "added", "saved");
    JsonNode changed = json.get("cases").get(0);
    assertThat(changed.get("case").asText()).isEqualTo("VN-04");
    assertThat(changed.get("file").asText()).endsWith("VN-04.yaml");
    assertThat(changed.get("added").asBoolean()).isFalse();
    assertThat(changed.get("cells"))
        .extracting(
            c -> c.path("fact").asText(),
            c -> c.get("key").asText(),
            c -> c.path("before").asText(),
            c -> c.path("after").asText())
        .contains(
            org.assertj.core.groups.Tuple.tuple("resilience signal", "value", "strong", "weak"));
    assertThat(json.get("saved")).isEmpty();
    // the rules are nobody's, and say so; the signal is what made talks safe
    assertThat(json.get("notes").get(0).asText()).contains("No rule was run");
    JsonNode moved = json.get("moved").get(0);
    assertThat(moved.get("before").get("posture").asText()).isEqualTo("open talks");
    assertThat(moved.get("after").get("posture").asText()).isNotEqualTo("open talks");
    assertThat(dry.code()).isEqualTo(Main.FINDINGS);

    JsonNode saved = desk.take("--format", "json", "--save").json();
    assertThat(saved.get("saved").get(0).asText()).endsWith("VN-04.yaml");
    book.type("VN-04", "C" + line(book, "VN-04", "relative power"), "weker").save();
    Run wrong = desk.take("--format", "json", "--save");
    assertThat(wrong.code()).isEqualTo(Main.REFUSED);
    assertThat(wrong.json().get("problems").get(0).get("where").asText()).contains("cell C");
    assertThat(wrong.json().get("problems").get(0).get("message").asText())
        .contains("did you mean 'weaker'?");
  }

  /** Case files and old sheets may use what facts and values were called before. */
  @Test
  void formerWordsAreReadAndStay() throws IOException {
    desk.write("old.yaml", small("old", "stall cause: bad faith\nway out: \"no\""));
    Book book = desk.export();
    Copy copy = desk.copy();
    rename(copy.folder().resolve("dmn"));
    String before = desk.read("old.yaml");

    Run same = desk.take("--save");
    assertThat(same.err()).isEmpty();
    assertThat(same.out()).contains("nothing changes");

    book.type("old", "D" + line(book, "old", "stall cause"), "They said so.").save();
    Run why = desk.take("--save");
    assertThat(why.code()).as(why.err()).isZero();
    assertThat(desk.read("old.yaml"))
        .isEqualTo(
            small("old", "stall cause:\n  value: ill will\n  why: They said so.\nway out: \"no\""));

    copy.write("cases/old.yaml", before);
    book.type("old", "C" + line(book, "old", "stall cause"), "")
        .type("old", "D" + line(book, "old", "stall cause"), "")
        .save();
    assertThat(desk.take("--save").code()).isZero();
    assertThat(desk.read("old.yaml")).isEqualTo(small("old", "way out: \"no\""));

    copy.write("cases/old.yaml", before.replace("bad faith", "procedure"));
    Book now = desk.export();
    assertThat(now.says("old", "C" + line(now, "old", "cause of the stall")))
        .isEqualTo("procedure");
    now.type("old", "C" + line(now, "old", "cause of the stall"), "bad faith").save();
    assertThat(desk.take("--save").code()).isZero();
    assertThat(desk.read("old.yaml")).contains("  stall cause: ill will\n");
  }

  /** What fact rename and value rename do, case files left out. */
  private static void rename(Path models) throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      for (Path file :
          files.filter(f -> Files.isRegularFile(f) && !f.endsWith("vocabulary.csv")).toList()) {
        Files.writeString(file, renamed(Files.readString(file)));
      }
    }
    Path vocabulary = models.resolve("vocabulary.csv");
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readString(vocabulary).lines().toList()) {
      String formerly =
          line.startsWith("group,")
              ? "formerly"
              : line.startsWith("talks,stall cause,")
                  ? "stall cause; value: bad faith → ill will"
                  : "";
      lines.append(renamed(line)).append(',').append(formerly).append('\n');
    }
    Files.writeString(vocabulary, lines.toString());
  }

  private static String renamed(String text) {
    return text.replace("stall cause", "cause of the stall").replace("bad faith", "ill will");
  }

  @Test
  void aFactThatTheVocabularyDoesNotKnowIsNamedAndStays() throws IOException {
    desk.write("known.yaml", small("known", "way out: \"no\""));
    Book book = desk.export();
    desk.write("other.yaml", small("other", "wya out: \"no\""));
    Map<String, String> before = desk.contents();
    book.type("known", "C" + line(book, "known", "way out"), "yes").save();

    Run run = desk.take("--save");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("other.yaml:7", "did you mean 'way out'?");
    assertThat(desk.contents()).isEqualTo(before);
  }
}
