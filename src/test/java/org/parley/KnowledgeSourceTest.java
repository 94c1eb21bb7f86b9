package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A knowledge base is the same wherever it lies, and what is wrong with it is found at once. */
class KnowledgeSourceTest {
  private static final Case NOTHING_KNOWN = Case.of(Map.of());

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
  }

  private String version() {
    try (Advisor advisor = Parley.load(copy.folder())) {
      return advisor.knowledge().version();
    }
  }

  private static void is(String version, KnowledgeSource source) {
    try (Advisor advisor = Parley.load(source)) {
      assertThat(advisor.knowledge().version()).isEqualTo(version);
      assertThat(advisor.advise(NOTHING_KNOWN).posture()).isNotNull();
    }
  }

  @Test
  void oneTextNamesASource() {
    assertThat(KnowledgeSource.of("builtin")).isEqualTo(KnowledgeSource.builtIn());
    assertThat(KnowledgeSource.of("classpath:com/example"))
        .isEqualTo(KnowledgeSource.classPath("com/example"));
    assertThat(KnowledgeSource.of("tables.zip"))
        .isEqualTo(KnowledgeSource.zip(Path.of("tables.zip")));
    assertThat(KnowledgeSource.of("our/tables"))
        .isEqualTo(KnowledgeSource.folder(Path.of("our/tables")));
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String part : new String[] {"dmn", "rules", "cases"}) {
      if (!Files.isDirectory(copy.folder().resolve(part))) {
        continue;
      }
      try (var files = Files.walk(copy.folder().resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(
              copy.folder().relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return texts;
  }

  private Path zip(String top) throws IOException {
    Path file = folder.resolve("base.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> text : texts().entrySet()) {
        zip.putNextEntry(new ZipEntry(top + text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void textsAreTheFolder() throws IOException {
    is(version(), KnowledgeSource.texts(texts()));
  }

  @Test
  void anArchiveIsTheFolderWithAndWithoutOneAroundIt() throws IOException {
    is(version(), KnowledgeSource.zip(zip("")));
    is(version(), KnowledgeSource.zip(zip("base-main/")));
  }

  @Test
  void theClassPathIsTheFolderInAnArchiveAndBesideClasses() throws IOException {
    String version = version();
    URL[] archive = {zip("com/example/").toUri().toURL()};
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader inArchive = new URLClassLoader(archive, null);
        URLClassLoader beside = new URLClassLoader(classes, null);
        URLClassLoader both = new URLClassLoader(archive, beside)) {
      is(version, KnowledgeSource.classPath("com/example", inArchive));
      is(version, KnowledgeSource.classPath("/base/", beside));
      assertThatThrownBy(() -> Parley.load(KnowledgeSource.classPath("com/other", both)))
          .isInstanceOf(KnowledgeDefect.class)
          .hasMessageContaining("com/other/dmn/vocabulary.csv: there is no such file");
      Files.move(copy.folder(), Files.createDirectories(folder.resolve("com")).resolve("example"));
      assertThatThrownBy(() -> Parley.load(KnowledgeSource.classPath("com/example", both)))
          .isInstanceOf(KnowledgeDefect.class)
          .hasMessageContaining("stands there more than once");
    }
  }

  @Test
  void aRevisionIsTheFolderAsItStoodThere() throws Exception {
    String before = version();
    try (Git git = Git.init().setDirectory(copy.folder().toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor("A", "a@b.example").setSign(false).call();
    }
    copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");

    is(before, KnowledgeSource.git(copy.folder(), "HEAD"));
    assertThat(version()).isNotEqualTo(before);
  }

  @Test
  void whatIsNoKnowledgeBaseIsSaidToBeNone() throws IOException {
    Path empty = folder.resolve("empty.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    Path text = Files.writeString(folder.resolve("text.zip"), "no archive");

    assertThatThrownBy(() -> Parley.load(KnowledgeSource.zip(empty)))
        .isInstanceOf(KnowledgeDefect.class)
        .hasMessage(
            empty + ": no knowledge base: there is no folder dmn/ with decision models at its top");
    assertThatThrownBy(() -> Parley.load(KnowledgeSource.zip(text)))
        .isInstanceOf(KnowledgeDefect.class)
        .hasMessageContaining("text.zip");
    assertThatThrownBy(() -> Parley.load(KnowledgeSource.texts(Map.of("posture.txt", ""))))
        .isInstanceOf(KnowledgeDefect.class)
        .hasMessageContaining("such as 'dmn/posture.dmn'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules/derive/late.drl | package org.parley.rules.derive; rule broken | late.drl",
        "rules/derive/late.drl | package rules.derive; rule late when eval(true) then foo.bar(); end | rules/derive/: a condition or consequence of some rule there does not compile: foo cannot be resolved",
        "dmn/similarity.dmn    | [broken]                                      | similarity.dmn",
        "dmn/principles.csv    | no header                                     | principles.csv",
      })
  void whatIsWrongIsFoundAtLoad(String file, String content, String named) throws IOException {
    copy.write(file, content);

    KnowledgeDefect defect =
        catchThrowableOfType(
            KnowledgeDefect.class, () -> Parley.load(copy.folder(), LoadOption.TRUST_RULES));

    assertThat(defect.problems()).isNotEmpty();
    assertThat(defect).hasMessageContaining(named);
  }

  @Test
  void tablesWithAGapAreRefusedWhereSomebodyAsks() throws IOException {
    String table = copy.read("dmn/ripeness.dmn");
    int last = table.lastIndexOf("<rule ");
    copy.write(
        "dmn/ripeness.dmn",
        table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + 7));

    KnowledgeDefect defect =
        catchThrowableOfType(
            KnowledgeDefect.class, () -> Parley.load(copy.folder(), LoadOption.REQUIRE_COMPLETE));

    assertThat(defect.problems())
        .isNotEmpty()
        .allSatisfy(
            p -> {
              assertThat(p.kind()).isEqualTo(Problem.Kind.NO_RESULT);
              assertThat(p.file()).isEqualTo("dmn/ripeness.dmn");
              assertThat(p.place().decision()).isNotEmpty();
              assertThat(p.message()).startsWith("no row for ");
            });
  }

  @Test
  void theTablesOfTheLibraryAreComplete() {
    try (Advisor advisor = Parley.load(Path.of("."), LoadOption.REQUIRE_COMPLETE)) {
      assertThat(advisor.advise(NOTHING_KNOWN).posture()).isNotNull();
    }
  }

  @Test
  void withoutExplanationsTheAnswersAreTheSame() {
    try (Advisor whole = Parley.builtIn();
        Advisor bare = Parley.load(KnowledgeSource.builtIn(), LoadOption.WITHOUT_EXPLANATIONS)) {
      Case subject = whole.readCase(Path.of("cases/vietnam-war/VN-04.yaml"));
      Advice expected = whole.advise(subject);
      Advice advice = bare.advise(subject);

      assertThat(advice.posture()).isEqualTo(expected.posture());
      assertThat(advice.unofficialTrack()).isEqualTo(expected.unofficialTrack());
      assertThat(advice.verdicts()).isEqualTo(expected.verdicts());
      assertThat(advice.combinedWith()).isEqualTo(expected.combinedWith());
      assertThat(advice.basis()).isEqualTo(expected.basis());
      assertThat(advice.facts()).isEqualTo(expected.facts());
      assertThat(advice.reviewBy()).isEqualTo(expected.reviewBy());
      assertThat(advice).isEqualTo(bare.advise(subject)).isNotEqualTo(expected);
      for (Consumer<Advice> question :
          List.<Consumer<Advice>>of(
              Advice::confidence,
              Advice::reasons,
              Advice::runnerUp,
              Advice::steps,
              Advice::warnings,
              Advice::topics,
              Advice::more,
              Advice::footer,
              Advice::findings,
              Advice::rulesFired,
              Advice::secondOpinion,
              Advice::precedents,
              Advice::trace,
              a -> a.whyNot(Posture.CLOSED_POSTURE),
              a -> a.changes(1),
              Advice::openQuestions,
              Advice::seats,
              Advice::challenge,
              a -> a.seats(subject),
              a -> a.similar(List.of(subject), 1),
              a -> a.toJson(Detail.SHORT))) {
        assertThatThrownBy(() -> question.accept(advice))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the advisor was loaded without explanations");
      }
    }
  }

  @Test
  void whatAKnowledgeBaseHoldsCanBeAsked() throws IOException {
    try (Advisor advisor = Parley.builtIn()) {
      Catalogue.Vocabulary words = advisor.vocabulary();
      assertThat(words.fact("months of fighting").orElseThrow().most()).isEqualTo(600);
      assertThat(words.fact("way out").orElseThrow().values()).contains("yes", "unknown");
      assertThat(words.event("offensive").orElseThrow().facts())
          .isSubsetOf(words.facts().stream().map(Catalogue.FactEntry::name).toList());

      Set<String> statements =
          advisor.statements().stream()
              .map(Catalogue.StatementEntry::id)
              .collect(Collectors.toSet());
      assertThat(advisor.tables())
          .isNotEmpty()
          .allSatisfy(
              table ->
                  assertThat(table.rows())
                      .allSatisfy(
                          row -> {
                            assertThat(table.inputs()).containsAll(row.tests().keySet());
                            assertThat(row.results()).hasSameSizeAs(table.outputs());
                            assertThat(row.why()).isNotEmpty();
                            assertThat(statements).containsAll(row.statements());
                          }));
      assertThat(advisor.principles())
          .isNotEmpty()
          .allSatisfy(principle -> assertThat(statements).containsAll(principle.statements()));
      assertThat(new ObjectMapper().findAndRegisterModules().writeValueAsString(advisor.tables()))
          .contains("\"hitPolicy\":\"UNIQUE\"");
      assertThat(advisor.caseSchema()).contains("\"months of fighting\"");
    }
  }

  @Test
  void aCaseThatIsSentIsToldWhereItIsWrong() {
    try (Advisor advisor = Parley.builtIn()) {
      InputStream sent =
          new ByteArrayInputStream(
              "{\n\"id\": \"X\",\n\"facts\": {\"way ut\": \"yes\"}}"
                  .getBytes(StandardCharsets.UTF_8));

      CaseRefused refused =
          catchThrowableOfType(CaseRefused.class, () -> advisor.readCase("sent.json", sent));

      assertThat(refused.problems())
          .anySatisfy(
              p -> {
                assertThat(p.place().toString()).startsWith("sent.json:3:");
                assertThat(p.kind()).isEqualTo(Problem.Kind.UNKNOWN_FACT);
                assertThat(p.legal()).contains("way out");
              });
    }
  }

  private Path cases() throws IOException {
    Path cases = Files.createDirectories(copy.folder().resolve("cases/vietnam-war"));
    for (String name : new String[] {"VN-01.yaml", "VN-04.yaml"}) {
      Files.copy(Path.of("cases/vietnam-war", name), cases.resolve(name));
    }
    Files.copy(Path.of("cases/haiti-1994/HT-01.yaml"), copy.folder().resolve("cases/HT-01.yaml"));
    return cases;
  }

  private static Optional<Precedents> precedents(KnowledgeSource source) {
    try (Advisor advisor = Parley.load(source)) {
      return advisor.advise(NOTHING_KNOWN).precedents();
    }
  }

  /** The same files are the same knowledge, wherever they lie: the cases among them. */
  @Test
  void casesOfHistoryComeWithEverySource() throws Exception {
    cases();
    Map<String, String> texts = texts();
    Precedents expected = precedents(KnowledgeSource.folder(copy.folder())).orElseThrow();
    URL[] classes = {folder.toUri().toURL()};
    try (Git git = Git.init().setDirectory(copy.folder().toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor("A", "a@b.example").setSign(false).call();
    }

    assertThat(expected.cases()).isEqualTo(2);
    assertThat(precedents(KnowledgeSource.zip(zip("base-main/")))).contains(expected);
    assertThat(precedents(KnowledgeSource.texts(texts))).contains(expected);
    assertThat(precedents(KnowledgeSource.git(copy.folder(), "HEAD"))).contains(expected);
    try (URLClassLoader beside = new URLClassLoader(classes, null)) {
      assertThat(precedents(KnowledgeSource.classPath("base", beside))).contains(expected);
    }
  }

  @Test
  void aReloadSeesThatCasesOfHistoryHaveChanged() throws IOException {
    Path cases = cases();
    try (ReloadingAdvisor advisor = Parley.watch(KnowledgeSource.folder(copy.folder()))) {
      Advice before = advisor.advise(NOTHING_KNOWN);
      assertThat(advisor.reload().outcome()).isEqualTo(ReloadingAdvisor.Outcome.UNCHANGED);
      Files.delete(cases.resolve("VN-01.yaml"));

      assertThat(advisor.reload().outcome()).isEqualTo(ReloadingAdvisor.Outcome.RELOADED);
      Advice after = advisor.advise(NOTHING_KNOWN);
      assertThat(after.precedents().orElseThrow().cases()).isEqualTo(1);
      assertThat(after.knowledge()).isEqualTo(before.knowledge());
      assertThat(after).isNotEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules/derive/ours.drl | its rules would never run: they are of package 'com.acme', and here they have to begin with 'package rules.derive'",
        "rules/ours.drl        | rules run from rules/derive/ and rules/review/ alone: move the file there",
        "rules/derive/our/s.drl| rules run from rules/derive/ and rules/review/ alone: move the file there",
      })
  void rulesThatWouldNeverRunAreRefused(String file, String why) throws IOException {
    copy.write(file, "package com.acme\nrule \"ours\" when eval(true) then end\n");

    KnowledgeDefect defect =
        catchThrowableOfType(
            KnowledgeDefect.class, () -> Parley.load(copy.folder(), LoadOption.TRUST_RULES));

    assertThat(defect).hasMessage(file + ": " + why);
  }

  @Test
  @SuppressWarnings("NullAway")
  void aPlaceThatCannotBeReadIsADefect() throws IOException {
    Path file = zip("");
    try (FileSystem inside = FileSystems.newFileSystem(file)) {
      Path elsewhere = inside.getPath("base.zip");

      assertThatThrownBy(() -> Parley.load(KnowledgeSource.zip(elsewhere)))
          .isInstanceOf(KnowledgeDefect.class);
    }
    assertThatThrownBy(() -> KnowledgeSource.of("a\0b")).isInstanceOf(KnowledgeDefect.class);
    assertThat(KnowledgeSource.of("KB.ZIP")).isEqualTo(KnowledgeSource.zip(Path.of("KB.ZIP")));
    assertThat(KnowledgeSource.of("file:base")).isEqualTo(KnowledgeSource.folder(Path.of("base")));
    assertThatThrownBy(() -> Parley.load((KnowledgeSource) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("source");
  }
}
