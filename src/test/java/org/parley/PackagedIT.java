package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a process of its own, far from the sources. */
class PackagedIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path elsewhere;

  private record Run(int code, String out, String err) {}

  @Test
  void theJarAdvisesWithItsBuiltInKnowledgeAndFiresARule() throws Exception {
    Path file = elsewhere.resolve("case.yaml");
    Files.writeString(
        file,
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
        """);

    Run run = run("-jar", jar(), "advise", file.toString(), "--format", "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"rule\": \"strong signal: a costly act and a raised estimate\"")
        .contains("\"origin\": \"derived\"");
  }

  @Test
  void theJarCarriesNoLibraryAndNoLauncherBeside() throws IOException {
    try (var jar = new java.util.jar.JarFile(jar())) {
      Set<String> top =
          jar.stream().map(e -> e.getName().replaceFirst("/.*", "")).collect(Collectors.toSet());
      assertThat(top).containsExactlyInAnyOrder("META-INF", "org", "dmn", "rules", "cases");
      assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path"))
          .contains("lib/kie-dmn-core");
    }
  }

  /** Embedders get KIE, Kogito DMN, Drools and Jackson; what the command line needs stays away. */
  @Test
  void theApiWorksOnTheSmallClassPath() throws Exception {
    Path program = elsewhere.resolve("Embedded.java");
    Files.writeString(
        program,
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

    assertThat(run.err().lines().filter(l -> !l.startsWith("SLF4J"))).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(2);
  }

  @Test
  void theTestJarHoldsTheAssertionsAndNothingElse() throws IOException {
    try (var jar = new java.util.jar.JarFile(testJar().toFile())) {
      assertThat(jar.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")))
          .contains("org/parley/assertj/ParleyAssertions.class")
          .allMatch(n -> n.startsWith("org/parley/assertj/"))
          .noneMatch(n -> n.contains("Test"));
    }
  }

  /** What somebody else's test needs: the two jars and AssertJ. */
  @Test
  void aTestOfAnEmbedderRunsAgainstTheTwoJars() throws Exception {
    Path program = elsewhere.resolve("EmbeddersTest.java");
    Files.writeString(
        program,
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
    // its manifest brings what the jar itself needs
    return List.of(jar(), testJar().toString(), Path.of(assertj.getLocation().toURI()).toString());
  }

  private static Path testJar() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(f -> f.getFileName().toString().matches("parley-.*-tests\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String smallClassPath() throws IOException {
    Set<String> optional = optionalArtifacts();
    assertThat(optional).contains("picocli", "slf4j-nop");
    List<String> paths = new ArrayList<>(List.of(jarCopyWithoutManifestPath()));
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

  /** The manifest of the jar would bring the optional libraries back. */
  private static String jarCopyWithoutManifestPath() {
    return TARGET.resolve("classes").toString();
  }

  private static Set<String> optionalArtifacts() throws IOException {
    return Pattern.compile(
            "<artifactId>([^<]+)</artifactId>(?:(?!</dependency>).)*<optional>true", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("pom.xml")).replaceAll("(?s)<build>.*", ""))
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  private static String jar() {
    return TARGET.resolve("parley.jar").toString();
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
