package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
    for (String part : new String[] {"dmn", "rules"}) {
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
}
