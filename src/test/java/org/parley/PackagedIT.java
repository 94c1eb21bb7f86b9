package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a process of its own, far from the sources. */
class PackagedIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String CASE_WITH_EVENTS =
      """
      id: T-1
      title: A test
      conflict: A war
      as of: 1968-04-01
      deciding party: Us
      adversary: Them
      events:
        - {date: 1968-01-30, type: offensive, by: Us, to: Them}
        - {date: 1968-03-25, type: estimate revised, by: Them, to: Us, direction: up}
      """;

  /** Prints all that an advice on a case file rests on. */
  private static final String ADVISER =
      """
      import java.nio.file.Path;
      import org.parley.*;

      public class Adviser {
        public static void main(String[] args) {
          try (Advisor advisor = Parley.builtIn()) {
            Advice advice = advisor.advise(advisor.readCase(Path.of(args[0])));
            System.out.println("posture " + advice.posture());
            System.out.println("knowledge " + advice.knowledge());
            System.out.println(advice.facts());
            System.out.println(advice.trace());
          }
        }
      }
      """;

  @TempDir private Path elsewhere;

  private record Run(int code, String out, String err) {}

  @Test
  void theJarAdvisesWithItsBuiltInKnowledgeAndFiresARule() throws Exception {
    Path file = write("case.yaml", CASE_WITH_EVENTS);

    Run run = run("-jar", launcher(), "advise", file.toString(), "--format", "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"rule\": \"strong signal: a costly act and a raised estimate\"")
        .contains("\"origin\": \"derived\"");
  }

  @Test
  void theJarCarriesNoLibraryAndNoClassPath() throws IOException {
    try (var jar = new JarFile(library())) {
      assertThat(names(jar))
          .allMatch(n -> n.startsWith("META-INF/") || n.startsWith("org/parley/"));
      assertThat(names(jar))
          .contains(
              "META-INF/LICENSE", "META-INF/NOTICE", "META-INF/spring-configuration-metadata.json");
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("org.parley");
      assertThat(manifest.getValue(Attributes.Name.CLASS_PATH)).isNull();
    }
  }

  @Test
  void theLauncherIsAClassPathAndNothingElse() throws IOException {
    try (var jar = new JarFile(launcher())) {
      assertThat(names(jar)).containsExactly("META-INF/MANIFEST.MF");
      assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
          .contains(Path.of(library()).getFileName() + " ", "lib/kie-dmn-core");
    }
  }

  /** Files of an application that are called as ours are its own, not ours. */
  @Test
  void whatLiesBeforeTheJarOnTheClassPathChangesNoAdvice() throws Exception {
    Path program = write("Adviser.java", ADVISER);
    Path file = write("case.yaml", CASE_WITH_EVENTS);
    Path hostile = Files.createDirectory(elsewhere.resolve("hostile"));
    Path ran = elsewhere.resolve("ran");
    String rule =
        """
        package hostile;
        rule "hostile" when Object() then
          new java.io.File("%s").createNewFile();
        end
        """
            .formatted(ran.toString().replace('\\', '/'));
    for (String where : List.of("", "org/parley/", "org/parley/builtin/")) {
      Files.createDirectories(hostile.resolve(where + "rules/derive"));
      Files.createDirectories(hostile.resolve(where + "dmn"));
      Files.writeString(hostile.resolve(where + "rules/derive/timing.drl"), rule);
      Files.writeString(hostile.resolve(where + "rules/derive/hostile.drl"), rule);
      for (String name :
          List.of("vocabulary.csv", "dmn/vocabulary.csv", "rules/events.csv", "dmn/posture.dmn")) {
        Files.writeString(hostile.resolve(where + name), "hostile");
      }
    }
    for (String name : builtInFiles()) {
      Files.writeString(hostile.resolve(name), "hostile");
    }

    Run alone = run("-cp", smallClassPath(), program.toString(), file.toString());
    Run behind =
        run(
            "-cp",
            hostile + File.pathSeparator + smallClassPath(),
            program.toString(),
            file.toString());

    assertThat(alone.err()).isEmpty();
    assertThat(alone.out()).contains("derived", "posture ", "knowledge ");
    assertThat(behind).isEqualTo(alone);
    assertThat(ran).doesNotExist();
  }

  /** What came into the archive itself afterwards is told. */
  @Test
  void anArchiveWithOtherTablesIsRefused() throws Exception {
    Path program = write("Adviser.java", ADVISER);
    Path file = write("case.yaml", CASE_WITH_EVENTS);
    Path other = Files.copy(Path.of(library()), elsewhere.resolve("other.jar"));
    try (FileSystem archive = FileSystems.newFileSystem(other)) {
      Path posture = archive.getPath("org/parley/builtin/dmn/posture.dmn");
      Files.writeString(posture, Files.readString(posture) + "\n");
    }

    Run run =
        run(
            "-cp",
            smallClassPath().replace(library(), other.toString()),
            program.toString(),
            file.toString());

    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("KnowledgeDefect", "a file in the archive was replaced");
  }

  /** Embedders get KIE, Kogito DMN, Drools and Jackson; what the command line needs stays away. */
  @Test
  void theApiWorksOnTheSmallClassPath() throws Exception {
    Path program =
        write(
            "Embedded.java",
            """
        import java.util.Map;
        import org.parley.*;

        public class Embedded {
          public static void main(String[] args) {
            try (Advisor advisor = Parley.builtIn()) {
              Advice advice =
                  advisor.advise(Case.of(Map.of("adversary escalation cost", "prohibitive")));
              System.out.println(advice.posture());
              System.out.println(advice.reasons().get(0).id());
            }
          }
        }
        """);

    Run run = run("-cp", smallClassPath(), program.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(2);
  }

  @Test
  void theTestJarHoldsTheAssertionsAndNothingElse() throws IOException {
    try (var jar = new JarFile(testJar().toFile())) {
      assertThat(jar.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")))
          .contains(
              "org/parley/assertj/ParleyAssertions.class", "org/parley/junit/ParleyCases.class")
          .allMatch(n -> n.matches("org/parley/(assertj|junit)/.*"))
          .noneMatch(n -> n.contains("AssertionsTest") || n.contains("ParleyCasesTest"));
    }
  }

  /** What somebody else's test needs: the two jars and AssertJ. */
  @Test
  void aTestOfAnEmbedderRunsAgainstTheTwoJars() throws Exception {
    Path program =
        write(
            "EmbeddersTest.java",
            """
        import static org.parley.assertj.ParleyAssertions.assertThat;

        import java.util.Map;
        import org.parley.*;

        public class EmbeddersTest {
          public static void main(String[] args) {
            try (Advisor advisor = Parley.builtIn()) {
              Case subject = Case.of(Map.of("respite needed", true));
              Advice advice = advisor.advise(subject);
              assertThat(advice).recommends(advice.posture()).becauseOfRow(advice.reasons().get(0).id());
              assertThat(advice.changes(1)).isRobustAgainst("transfer link");
              assertThat(advice).doesNotRecommend(advice.posture());
            }
          }
        }
        """);

    Run run = run("-cp", String.join(File.pathSeparator, jarsOfATest()), program.toString());

    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("java.lang.AssertionError", "not to favour", "because of");
  }

  private static List<String> jarsOfATest() throws Exception {
    var assertj = org.assertj.core.api.Assertions.class.getProtectionDomain().getCodeSource();
    // its manifest brings the library and what that needs
    return List.of(
        launcher(), testJar().toString(), Path.of(assertj.getLocation().toURI()).toString());
  }

  private static Path testJar() throws IOException {
    return Path.of(jar("parley-.*-tests\\.jar"));
  }

  private static String smallClassPath() throws IOException {
    Set<String> optional = optionalArtifacts();
    assertThat(optional).contains("picocli", "slf4j-nop");
    List<String> paths = new ArrayList<>(List.of(library()));
    try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
      libraries
          .filter(
              l ->
                  optional.stream()
                      .noneMatch(
                          o -> l.getFileName().toString().matches(Pattern.quote(o) + "-\\d.*")))
          .map(Path::toString)
          .sorted()
          .forEach(paths::add);
    }
    return String.join(File.pathSeparator, paths);
  }

  private static Set<String> optionalArtifacts() throws IOException {
    return Pattern.compile(
            "<artifactId>([^<]+)</artifactId>(?:(?!</dependency>).)*<optional>true", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("pom.xml")).replaceAll("(?s)<build>.*", ""))
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  private static String launcher() {
    return TARGET.resolve("parley.jar").toString();
  }

  private static String library() throws IOException {
    return jar("parley-[\\d.]+(-SNAPSHOT)?\\.jar");
  }

  private static String jar(String name) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(f -> f.getFileName().toString().matches(name))
          .map(Path::toString)
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> names(JarFile jar) {
    return jar.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList();
  }

  /** What the build makes of the built-in knowledge base. */
  private static List<String> builtInFiles() throws IOException {
    try (var jar = new JarFile(library())) {
      return names(jar).stream().filter(n -> n.matches("org/parley/builtin/[^/]+")).toList();
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(elsewhere.resolve(name), text);
  }

  private Run run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(args));
    Path out = elsewhere.resolve("out");
    Path err = elsewhere.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(elsewhere.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
