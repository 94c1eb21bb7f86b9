package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;

/** Where a command writes: whole, and never over what it reads or what the tables are made of. */
class WrittenFilesTest {
  @TempDir private static Path shared;
  private static Path base;

  @TempDir private Path folder;

  @BeforeAll
  static void copyKnowledge() throws IOException {
    base = Copy.into(Files.createDirectories(shared.toRealPath().resolve("base"))).folder();
    Files.createDirectories(base.resolve("cases"));
    Files.copy(Path.of("cases/vietnam-war/VN-04.yaml"), base.resolve("cases/VN-04.yaml"));
  }

  @BeforeEach
  void copyCase() throws IOException {
    folder = folder.toRealPath();
    Files.copy(Path.of("cases/vietnam-war/VN-04.yaml"), folder.resolve("mine.yaml"));
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("mine.yaml"));
    Files.createDirectories(folder.resolve("tck"));
    Files.writeString(folder.resolve("tck/a.dmn"), "<a/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advise mine.yaml -o mine.yaml|is given as CASE too",
        "advise mine.yaml -o ./tck/../mine.yaml|is given as CASE too",
        "advise mine.yaml -o link.yaml|is given as CASE too",
        "seats mine.yaml --as link.yaml -o mine.yaml|is given as",
        "game mine.yaml --svg mine.yaml|is given as CASE too",
        "game mine.yaml --svg a.out -o a.out|too: write the result to another file",
        "timeline 'Vietnam War' --svg base/cases/VN-04.yaml|belongs to the knowledge base",
        "regress --junit base/cases/VN-04.yaml|belongs to the knowledge base",
        "regress --html base/dmn/posture.dmn|belongs to the knowledge base",
        "regress --export-tck base/dmn|belongs to the knowledge base",
        "regress mine.yaml --junit mine.yaml|is given as CASES too",
        "regress base/cases -o base/cases/new.json|would be read with CASES the next time",
        "schema -o base/cases/VN-04.yaml|belongs to the knowledge base",
        "link -o base/dmn/linked.dmn|belongs to the knowledge base",
        "link -o base/rules/x.dmn|belongs to the knowledge base",
        "knowledge -o base/.parley/history/1/entry.json|belongs to the knowledge base",
        "check -o base/dmn/posture.dmn|belongs to the knowledge base",
        "diff base base -o base/dmn/posture.dmn|belongs to the knowledge base",
        "table export --table ripeness -o base/dmn/posture.dmn --force|belongs to the knowledge base",
        "table export --table ripeness --format csv -o base/dmn|belongs to the knowledge base",
        "tck tck -o tck/a.dmn|would be read with DIR the next time",
        "tck tck --results tck/b.xml|would be read with DIR the next time",
        "schema -o base|is given as --knowledge too",
        "schema -o tck|it is a folder",
      })
  void whatIsReadOrBelongsToTheKnowledgeBaseIsNotWrittenOver(String line, String message)
      throws IOException {
    List<String> before = contents();

    Run run = run(line);

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains(message);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void missingFoldersAreMade() {
    assertThat(run("schema -o a/b/schema.json").code()).isZero();
    assertThat(run("schema -o base/schema.json").code()).isZero();
    assertThat(run("game mine.yaml --svg c/d.svg -o c/d.txt").code()).isZero();

    assertThat(folder.resolve("a/b/schema.json")).isNotEmptyFile();
    assertThat(folder.resolve("c/d.svg")).isNotEmptyFile();
    assertThat(folder.resolve("c/d.txt")).isNotEmptyFile();
  }

  @Test
  void aFileKeepsItsPermissionsAndALinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("old.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("to-old.json"), file);
    Path loose = Files.createSymbolicLink(folder.resolve("loose.json"), folder.resolve("new.json"));
    // what a command that was killed has left; no process has this number
    Path left = Files.writeString(folder.resolve(".old.json.999999999.parley"), "half");

    assertThat(run("schema -o to-old.json").code()).isZero();
    assertThat(run("schema -o loose.json").code()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(loose).isSymbolicLink();
    assertThat(Files.readString(file)).startsWith("{").isEqualTo(Files.readString(loose));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(left).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("."));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsNoFileIsWrittenAsItIs() throws Exception {
    assertThat(Run.of("schema", "-o", "/dev/null").code()).isZero();
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("wc", "-c", pipe.toString()).start();

    assertThat(Run.of("schema", "-o", pipe.toString()).code()).isZero();

    assertThat(reader.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("1");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  /** A file is one wherever it lies, be it beside devices. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileBesideDevicesIsAFile() throws IOException {
    Path mine = Path.of("/proc/self/cwd").resolve(Path.of("").toAbsolutePath().relativize(folder));
    String before = Files.readString(folder.resolve("mine.yaml"));

    Run refused = Run.of("advise", mine.resolve("mine.yaml").toString(), "-o", mine + "/mine.yaml");
    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.err()).hasLineCount(1).contains("is given as CASE too");
    assertThat(folder.resolve("mine.yaml")).hasContent(before);

    Path memory = Files.createTempDirectory(Path.of("/dev/shm"), "parley");
    try {
      Path schema = memory.resolve("schema.json");
      assertThat(Run.of("schema", "-o", schema.toString()).code()).isZero();
      long once = Files.size(schema);
      assertThat(Run.of("schema", "-o", schema.toString()).code()).isZero();
      assertThat(Files.size(schema)).isEqualTo(once);
    } finally {
      Files.deleteIfExists(memory.resolve("schema.json"));
      Files.delete(memory);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsReadToTheEndByNobodyIsNotFine() throws Exception {
    Process full = child("schema", "> /dev/full");
    assertThat(full.exitValue()).isEqualTo(Main.REFUSED);
    assertThat(read(full.getErrorStream()))
        .isEqualTo("error: standard output cannot be written: the disk is full\n");

    Process closed =
        child(
            "schema",
            "2> %s/closed.err; echo $? > %s/closed.code) | head -c 10".formatted(folder, folder));
    assertThat(read(closed.getInputStream())).isEqualTo("{\n  \"$sche");
    assertThat(folder.resolve("closed.code")).hasContent("1");
    assertThat(folder.resolve("closed.err")).isEmptyFile();
  }

  @Test
  void anEditedSheetIsNotWrittenOver() throws IOException {
    String export = "table export --table ripeness -o t.xlsx";
    assertThat(run(export).code()).isZero();
    byte[] exported = Files.readAllBytes(folder.resolve("t.xlsx"));
    // nobody has edited it, and the tables are others now
    assertThat(run("table export --table posture -o t.xlsx").code()).isZero();
    byte[] edited = Files.readAllBytes(folder.resolve("t.xlsx"));
    edited[100]++;
    Files.write(folder.resolve("t.xlsx"), edited);

    Run refused = run(export);

    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.err()).hasLineCount(1).contains("t.xlsx: was edited, or is no export");
    assertThat(folder.resolve("t.xlsx")).hasBinaryContent(edited);
    assertThat(run(export + " --force").code()).isZero();
    assertThat(folder.resolve("t.xlsx")).hasBinaryContent(exported);
  }

  @Test
  void editedCsvFilesAreNotWrittenOver() throws IOException {
    String export = "table export --format csv -o tables";
    assertThat(run(export).code()).isZero();
    assertThat(run(export).code()).isZero();
    Path one = folder.resolve("tables/ripeness.csv");
    String exported = Files.readString(one);
    Files.writeString(one, exported + "\n");

    Run refused = run(export);

    assertThat(refused.err()).hasLineCount(1).contains("ripeness.csv: was edited, or is no export");
    assertThat(one).hasContent(exported + "\n");
    assertThat(run(export + " --force").code()).isZero();
    assertThat(one).hasContent(exported);
  }

  private Process child(String command, String behind) throws Exception {
    String java =
        ChildJvm.of(Main.class, command).command().stream()
            .map(word -> "'" + word + "'")
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    String open = behind.contains(")") ? "(" : "";
    Process process = new ProcessBuilder("sh", "-c", open + java + " " + behind).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process;
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Runs a line in the folder; {@code tck} reads no knowledge base. */
  private Run run(String line) {
    List<String> words =
        Stream.of(line.split(" (?=(?:[^']*'[^']*')*[^']*$)"))
            .map(w -> w.replace("'", ""))
            .map(w -> w.matches("[\\w./-]*[./][\\w./-]*|base|tables|tck") ? inFolder(w) : w)
            .toList();
    boolean tck = line.startsWith("tck");
    return Run.of(
        Stream.concat(
                // the command's name is no folder
                tck ? Stream.concat(Stream.of("tck"), words.stream().skip(1)) : words.stream(),
                tck ? Stream.of() : Stream.of("--knowledge", base.toString()))
            .toArray(String[]::new));
  }

  private String inFolder(String name) {
    return (name.startsWith("base") ? base.getParent() : folder).resolve(name).toString();
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> own = Files.walk(folder);
        Stream<Path> bases = Files.walk(base)) {
      return Stream.concat(own, bases)
          .filter(Files::isRegularFile)
          .sorted()
          .map(f -> f + " " + f.toFile().length() + " " + f.toFile().lastModified())
          .toList();
    }
  }
}
