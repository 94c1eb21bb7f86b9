package org.parley.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code parley}, run by a real shell with a Maven and a Java that only pretend. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String BUILDING = "Building Parley (first use or changed sources) ...\n";
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cut",
          "dirname",
          "find",
          "head",
          "ls",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "tail",
          "touch",
          "uname");

  @TempDir private Path temp;
  private Path home;
  private Path bin;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void checkout() throws IOException {
    home = Files.createDirectories(temp.resolve("a checkout"));
    bin = Files.createDirectories(temp.resolve("bin"));
    Files.copy(Path.of("parley"), home.resolve("parley"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("dmn"));
    Files.writeString(home.resolve("src/main/Main.java"), "");
    Files.writeString(home.resolve("pom.xml"), "");
    for (String tool : TOOLS) {
      pretend(tool, "exec '" + find(tool) + "' \"$@\"");
    }
    pretend("mvn", "echo \"$*\" >> mvn.calls", "mkdir -p target", "echo jar > target/parley.jar");
    pretendJava("17.0.9");
  }

  @Test
  void firstUseBuilds() throws Exception {
    Run run = parley("advise");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo(BUILDING);
    assertThat(builds()).hasSize(1);
    assertThat(builds().get(0)).contains("-B -Dmaven.test.skip=true").endsWith("package");
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void secondUseDoesNotBuild() throws Exception {
    parley("advise");
    Run run = parley("advise");

    assertThat(run.err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void changedSourcesBuild() throws Exception {
    parley("advise");
    age("target/parley.jar");
    Files.writeString(home.resolve("src/main/Main.java"), "changed");
    Run run = parley("advise");

    assertThat(run.err()).isEqualTo(BUILDING);
    assertThat(builds()).hasSize(2);
    assertThat(parley("advise").err()).isEmpty();
  }

  @Test
  void buildThatLeavesTheProgramAloneIsNotRepeated() throws Exception {
    parley("advise");
    age("target/parley.jar");
    pretend("mvn", "echo \"$*\" >> mvn.calls");
    parley("advise");
    parley("advise");

    assertThat(builds()).hasSize(2);
  }

  @Test
  void deletedSourceBuilds() throws Exception {
    parley("advise");
    age("target/parley.jar", "pom.xml");
    Files.delete(home.resolve("src/main/Main.java"));

    assertThat(parley("advise").err()).isEqualTo(BUILDING);
  }

  @Test
  void changedTableDoesNotBuild() throws Exception {
    parley("advise");
    age("src", "src/main", "src/main/Main.java", "pom.xml");
    age("target/parley.jar");
    Files.writeString(home.resolve("dmn/posture.dmn"), "changed");

    assertThat(parley("advise").err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void argumentsOptionsAndExitCodePass() throws Exception {
    environment.put("FAKE_EXIT", "2");
    environment.put("PARLEY_JAVA_OPTS", "-Xmx1g -Dstar=*");
    Run run = parley("advise", "a case.yaml", "--set", "way out=\"yes\" *", "");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().lines())
        .containsSubsequence(
            "<-XX:+UseSerialGC>",
            "<-Xmx1g>",
            "<-Dstar=*>",
            "<-Dparley.home=" + home.toRealPath() + ">",
            "<-jar>",
            "<" + home.toRealPath() + "/target/parley.jar>",
            "<advise>",
            "<a case.yaml>",
            "<--set>",
            "<way out=\"yes\" *>",
            "<>");
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    Path links = Files.createDirectories(temp.resolve("links"));
    Files.createSymbolicLink(links.resolve("parley-1"), Path.of("../a checkout/parley"));
    Files.createSymbolicLink(links.resolve("parley"), links.resolve("parley-1"));
    Run run = start(links.resolve("parley").toString()).await();

    assertThat(run.out()).contains("<-Dparley.home=" + home.toRealPath() + ">");
  }

  @Test
  void failedBuildShowsWhatMatters() throws Exception {
    pretend(
        "mvn",
        "printf '\\033[0m[ERROR] Main.java:[3,1] expected -> [Help 1]\\n[ERROR] -> [Help 1]\\n'",
        "printf '[INFO] chatter\\n[ERROR] Re-run Maven using the -X switch\\n'",
        "exit 1");
    Run run = parley("advise");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            BUILDING
                + "[ERROR] Main.java:[3,1] expected\n"
                + "parley: the build failed; the whole log is "
                + home.toRealPath()
                + "/target/build.log\n");
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void twoLaunchesAtOnceBuildOnce() throws Exception {
    pretend(
        "mvn",
        "echo call >> mvn.calls",
        "sleep 1",
        "mkdir -p target",
        "echo jar > target/parley.jar");
    Running first = start(home.resolve("parley").toString(), "one");
    Running second = start(home.resolve("parley").toString(), "two");

    assertThat(first.await().out()).contains("<one>");
    assertThat(second.await().out()).contains("<two>");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void lockOfAnEndedLaunchIsTakenOver() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path lock = Files.createDirectories(home.resolve("target/build.lock"));
    String machine =
        new String(new ProcessBuilder("uname", "-n").start().getInputStream().readAllBytes(), UTF_8)
            .strip();
    Files.writeString(lock.resolve("owner"), machine + " " + ended.pid() + "\n");

    assertThat(parley("advise").code()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    pretendJava("11.0.20");
    assertThat(parley("advise").err()).contains("Java 11.0.20 is too old", "17");
    pretendJava("1.8.0_292");
    assertThat(parley("advise").err()).contains("Java 1.8.0_292 is too old");
    pretendJava("17.0.9");
    Files.delete(bin.resolve("mvn"));
    assertThat(parley("advise").err()).contains("Maven is missing");
    Files.delete(bin.resolve("java"));
    Run run = parley("advise");
    assertThat(run.err()).contains("Java is missing");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void javaHomeIsHonoured() throws Exception {
    Path java = Files.createDirectories(temp.resolve("jdk/bin"));
    Files.move(bin.resolve("java"), java.resolve("java"));
    environment.put("JAVA_HOME", temp.resolve("jdk").toString());
    assertThat(parley("advise").out()).contains("<advise>");

    environment.put("JAVA_HOME", temp.resolve("none").toString());
    assertThat(parley("advise").err()).contains("JAVA_HOME is").contains("no Java in it");
  }

  private void pretendJava(String version) throws IOException {
    pretend(
        "java",
        "if [ \"$1\" = -version ]; then",
        "  echo 'openjdk version \"" + version + "\" 2024-01-16' >&2; exit 0",
        "fi",
        "printf '<%s>\\n' \"$@\"",
        "exit ${FAKE_EXIT:-0}");
  }

  private void pretend(String name, String... lines) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path find(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool));
  }

  private void age(String... files) throws IOException {
    FileTime past = FileTime.from(Instant.now().minusSeconds(files.length > 1 ? 7200 : 3600));
    for (String file : files) {
      Files.setLastModifiedTime(home.resolve(file), past);
    }
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(home.resolve("mvn.calls"));
  }

  private Run parley(String... arguments) throws Exception {
    return start(home.resolve("parley").toString(), arguments).await();
  }

  private Running start(String launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "PARLEY_JAVA_OPTS"));
    builder.environment().putAll(environment);
    builder.environment().put("PATH", bin.toString());
    return new Running(builder.start(), out, err);
  }

  private record Running(Process process, Path out, Path err) {

    Run await() throws Exception {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  private record Run(int code, String out, String err) {}
}
