package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;

/** Memos as staff hand them in: of an advice, and of a change of the tables. */
class MemoTest {
  private static final String VN_04 = "cases/vietnam-war/VN-04.yaml";
  private static final String[] HEAD = {
    "--author", "Policy Planning Staff", "--to", "The Minister", "--classification", "Restricted"
  };

  @TempDir private Path folder;

  private Path memo(String name, String file, String... more) {
    Path written = folder.resolve(name);
    String[] args = {"advise", file, "--format", "memo", "-o", written.toString()};
    String[] all = Arrays.copyOf(args, args.length + HEAD.length + more.length);
    System.arraycopy(HEAD, 0, all, args.length, HEAD.length);
    System.arraycopy(more, 0, all, args.length + HEAD.length, more.length);
    Run run = Run.of(all);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return written;
  }

  @Test
  void theMemoOfACaseIsTheApprovedOne() throws IOException {
    // every edit of a table has another
    assertThat(
            Files.readString(memo("VN-04.md", VN_04))
                .replaceAll("knowledge [0-9a-f]{12}", "knowledge 0123456789ab"))
        .isEqualTo(
            Files.readString(Path.of("src/test/resources/report/memo-VN-04.md"))
                .replace("\r\n", "\n"));
  }

  /** Every sentence of the page, and its row, in every form. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "vietnam-war/VN-04",
        "russia-ukraine-war/UA-04",
        "haiti-1994/HT-01",
        "israel-plo/OS-01",
        "synthetic/SYN-03"
      })
  void allFormsSayTheSame(String name) throws IOException {
    String file = "cases/%s.yaml".formatted(name);
    var page = Jsoup.parse(Files.readString(memo("m.html", file)));
    List<String> sentences =
        page.select("li, section > p, dd, footer p, h1, .classification").stream()
            .map(Element::text)
            .toList();
    assertThat(sentences).hasSizeGreaterThan(20);
    String word = plain(Word.text(Files.readAllBytes(memo("m.docx", file))));
    String markdown =
        plain(
            Files.readString(memo("m.md", file))
                .replaceAll("\\\\(\\p{Punct})", "$1")
                .replaceAll("[*`]|&lt;|&gt;", ""));
    String text = plain(Files.readString(memo("m.txt", file)));

    assertThat(sentences)
        .allSatisfy(
            s -> assertThat(List.of(word, markdown, text)).allMatch(f -> f.contains(plain(s))));
    assertThat(page.select(".classification").eachText())
        .containsExactly("Restricted", "Restricted");
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0▌•]+", " ").strip();
  }

  @Test
  void whereTooLittleIsKnownThatIsSaidFirst() throws IOException {
    Path bare = folder.resolve("bare.yaml");
    Files.writeString(
        bare,
        "id: B-1\nas of: 1968-04-02\ndeciding party: Us\nadversary: Them\nfacts: {respite needed: \"yes\"}\n");

    String memo = Files.readString(memo("bare.md", bare.toString()));

    assertThat(memo)
        .containsSubsequence(
            "## Too little is known to favour a posture",
            "**Leaning:**",
            "**Learn first:**",
            "## Why",
            "## If the leaning holds")
        .doesNotContain("The tables favour");
  }

  @Test
  void aClosedPostureOfAWarThatGoesOnHasItsCostItsContactItsDayAndItsBanner() throws IOException {
    String memo = Files.readString(memo("c.md", "cases/russia-ukraine-war/UA-04.yaml"));

    assertThat(memo)
        .containsSubsequence(
            "> **This war goes on.",
            "## The tables favour: CLOSED POSTURE",
            "humanitarian contact",
            "## To weigh",
            "A closed posture has a cost to civilians that has to be weighed; humanitarian contact goes"
                + " on beside it. Look again by 2022-11-02 at the latest.",
            "paid for by civilians");
  }

  @Test
  void aWordDocumentHasStylesThatAreDefinedAndIsTheSameEveryTime() throws IOException {
    byte[] first = Files.readAllBytes(memo("a.docx", VN_04));
    byte[] second = Files.readAllBytes(memo("b.docx", VN_04));

    assertThat(first).isEqualTo(second);
    List<String> styles = Word.styles(first);
    assertThat(styles)
        .contains("MemoKind", "Title", "Result", "Heading1", "ListBullet", "ListNumber", "Foot")
        .doesNotContainNull();
    for (String style : styles) {
      assertThat(Word.defines(first, style)).as(style).isTrue();
    }
    assertThat(entry(first, "docProps/core.xml"))
        .contains(
            "<dc:title>Hanoi after the partial bombing halt of 31 March 1968</dc:title>",
            "<dc:creator>Policy Planning Staff</dc:creator>",
            "<dc:language>en-GB</dc:language>",
            ">1968-04-02T00:00:00Z</dcterms:created>",
            ">1968-04-02T00:00:00Z</dcterms:modified>");
  }

  private static String entry(byte[] zip, String name) throws IOException {
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
        if (entry.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name);
  }

  /** Whatever is a document can be had as one of Word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "advise cases/vietnam-war/VN-04.yaml --detail trace",
        "regress cases/cyprus",
        "coverage cases/cyprus",
        "similar cases/vietnam-war/VN-04.yaml",
        "knowledge --facts"
      })
  void everyResultCanBeHadForWord(String command) throws IOException {
    Path file = folder.resolve("r.docx");

    Run run = Run.of((command + " -o " + file).split(" "));

    assertThat(run.err()).isEmpty();
    byte[] docx = Files.readAllBytes(file);
    assertThat(Word.styles(docx)).contains("Title", "Heading1");
    assertThat(Word.text(docx)).hasSizeGreaterThan(1000);
  }

  @Test
  void withoutTheLibraryOneSentenceSaysWhatIsMissing() throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> !p.contains("poi-ooxml"))
            .collect(Collectors.joining(File.pathSeparator));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.parley.cli.Main",
                "advise",
                VN_04,
                "--format",
                "memo",
                "-o",
                folder.resolve("m.docx").toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertThat(process.waitFor()).isEqualTo(Main.REFUSED);
    assertThat(Files.readString(out).strip())
        .isEqualTo(
            "error: a Word document needs Apache POI: put org.apache.poi:poi-ooxml on the class path");
  }

  private Path committed() throws IOException, GitAPIException {
    Path base = Copy.into(folder.resolve("base")).folder();
    Path cases = Files.createDirectories(base.resolve("cases"));
    for (String name : List.of("vietnam-war/VN-01", "south-africa/SA-03")) {
      Path file = Path.of("cases", name + ".yaml");
      Files.copy(file, cases.resolve(file.getFileName()));
    }
    try (Git git = Git.init().setDirectory(base.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("as it is")
          .setAuthor("Staff", "staff@example.org")
          .setCommitter("Staff", "staff@example.org")
          .setSign(false)
          .call();
    }
    return base;
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).containsOnlyOnce(from);
    Files.writeString(file, text.replace(from, to));
  }

  private Run changed(Path base, String... more) {
    String[] args = {"diff", "--format", "memo", "--knowledge", base.toString(), "--trust-rules"};
    String[] all = Arrays.copyOf(args, args.length + more.length + 2);
    System.arraycopy(more, 0, all, args.length, more.length);
    all[all.length - 2] = "-o";
    all[all.length - 1] = folder.resolve("change.md").toString();
    return Run.of(all);
  }

  @Test
  void theMemoOfAChangeSaysWhyWhatOnWhatItRestsAndTheStrongestObjection()
      throws IOException, GitAPIException {
    Path base = committed();
    String cell = "<outputEntry id=\"threat-some.result\"><text>\"%s\"</text>";
    replace(
        base.resolve("dmn/conversation-cost.dmn"),
        cell.formatted("medium"),
        cell.formatted("high"));
    String room = "<inputEntry id=\"openness-free.2\"><text>%s</text>";
    replace(
        base.resolve("dmn/posture.dmn"),
        room.formatted("\"low\",\"even\""),
        room.formatted("\"low\""));

    Run run = changed(base, "--reason", "The bands were wrong.", "--author", "A. Officer");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Main.FINDINGS);
    assertThat(Files.readString(folder.resolve("change.md")))
        .containsSubsequence(
            "# From the last commit to the files as they are",
            "**Change memo**",
            "- **From:** A. Officer",
            "## 2 rows changed.",
            "## Why\n\nThe bands were wrong.",
            "`threat-some` (escalation threat) result: medium → **high**",
            "## It rests on",
            "- **P004:** Not to know is neither yes nor no",
            "## Cases turned",
            "**SA-03** Pretoria before the constitutional convention: open talks",
            "(pinned)",
            "**broken:** `threat-unknown`",
            "Agreement with history is not correctness",
            "## Possible cases",
            "## Strongest objection\n\nIt breaks the principle 'threat-unknown'",
            "## To undo\n\ngit restore --source=HEAD -- dmn rules");
  }

  @Test
  void ofASavedChangeTheHistoryTellsWhoAndWhyAndHowToUndoIt() throws IOException, GitAPIException {
    Path base = committed();
    Path tables = Imports.exported(base);
    Imports.edit(tables, "once");
    Run saved =
        Run.of(
            "table",
            "import",
            tables.toString(),
            "--knowledge",
            base.toString(),
            "--save",
            "--author",
            "B. Officer",
            "--reason",
            "It read badly.");
    assertThat(saved.err()).isEmpty();

    changed(base);

    assertThat(Files.readString(folder.resolve("change.md")))
        .contains(
            "- **From:** B. Officer",
            "## Why\n\nIt read badly.",
            "## To undo\n\nparley undo 1 takes it back.");
    assertThat(Run.of("undo", "1", "--knowledge", base.toString()).code()).isZero();
    changed(base);
    assertThat(Files.readString(folder.resolve("change.md")))
        .contains("## Nothing differs.")
        .doesNotContain("No reason is given", "Strongest objection", "To undo");
  }

  @Test
  void aPrincipleThatAChangeMendsIsNamed() throws IOException, GitAPIException {
    Path base = committed();
    Path copy = Copy.into(folder.resolve("broken")).folder();
    String cell = "<outputEntry id=\"threat-some.result\"><text>\"%s\"</text>";
    replace(
        copy.resolve("dmn/conversation-cost.dmn"),
        cell.formatted("medium"),
        cell.formatted("high"));

    Run run =
        Run.of(
            "diff", copy.toString(), base.toString(), "--cases", base.resolve("cases").toString());

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Broken: 0.")
        .contains("Mended: threat-unknown");
  }
}
