package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code parley principles}, and what {@code parley check} says of principles. */
class PrinciplesCommandTest {
  private static final Path SEEDS = Path.of("src/test/resources/broken");
  private static final String COUNTEREXAMPLE =
      "'open talks verdict' is recommended where 'cost' is low, weak where 'cost' is high, with"
          + " 'stage' = pause";

  private static final String CASES = SEEDS.resolve("base/cases").toString();

  @TempDir private Path folder;

  @BeforeEach
  void layTheSoundOne() {
    lay("base");
  }

  @Test
  void withoutAFileThereAreNone() {
    Run run = run("principles");

    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .isEqualTo("Principles\n\nThe knowledge base states none in dmn/principles.csv.\n");
  }

  @Test
  void eachIsListedWithItsStateAndTheSmallestCounterexample() throws IOException {
    lay("principle-broken");
    Files.writeString(
        folder.resolve("dmn/principles.csv"),
        """
        cheap-talk-lifts,step,cost,high,low,,open talks verdict,fall,S001,Cheap talk does no harm.
        no-host-no-matter,step,host,no,yes,,ripeness,change,S004,A house is not ripeness.
        never-blocked,ban,,,,,open talks verdict,blocked,S001,It can always be tried.
        """,
        java.nio.file.StandardOpenOption.APPEND);

    Run run = run("principles");

    assertThat(run.code()).isEqualTo(Main.FINDINGS);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Some do not hold in every possible case.")
        .contains("broken • dear-talk-lowers-none: 'cost' low → high: 'open talks verdict' must")
        .contains(COUNTEREXAMPLE)
        .contains("proved • cheap-talk-lifts:")
        .contains("vacuous • never-blocked:")
        .contains("absent • no-host-no-matter:");
    JsonNode json = run("principles", "--format", "json").json();
    JsonNode first = json.at("/principles/0");
    assertThat(Run.keys(first))
        .containsExactly("id", "statement", "state", "says", "why", "counterexample");
    assertThat(first.at("/state").asText()).isEqualTo("broken");
    assertThat(first.at("/statement").asText()).isEqualTo("S001");
    assertThat(first.at("/counterexample/text").asText()).isEqualTo(COUNTEREXAMPLE);
    assertThat(first.at("/counterexample/facts/stage").asText()).isEqualTo("pause");
    assertThat(json.at("/builtIn").isEmpty()).isFalse();
    String schema = run("schema", "--of", "principles").out();
    assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(json))
        .isEmpty();
    assertThat(run("check").out().replaceAll("\\s+", " "))
        .contains("1 of 2 principles are proved over every possible case.");
    JsonNode check = run("check", "--format", "json").json();
    assertThat(check.at("/principles/total").asInt()).isEqualTo(2);
    assertThat(check.at("/principles/proved").asInt()).isEqualTo(1);
    assertThat(check.at("/principles/broken/0").asText()).isEqualTo("dear-talk-lowers-none");
    assertThat(check.at("/principles/vacuous/0").asText()).isEqualTo("never-blocked");
    assertThat(check.at("/principles/absent/0").asText()).isEqualTo("no-host-no-matter");
    assertThat(check.at("/builtIn/proved").asInt()).isPositive();
  }

  @Test
  void aCounterexampleIsACaseThatRuns() {
    lay("principle-broken");
    Path stubs = folder.resolve("stubs");

    run("principles", "--stubs", stubs.toString());

    String file = stubs.resolve("principle-dear-talk-lowers-none.yaml").toString();
    assertThat(run("advise", file).out()).contains("open talks");
    assertThat(run("principles", "--stubs", stubs.toString()).err())
        .contains("is there already; it stays as it is");
  }

  @Test
  void aChangeThatBreaksAPrincipleIsNoticed() throws IOException {
    JsonNode without =
        run("coverage", "--mutants", "--format", "json", CASES).json().at("/mutants");
    lay("principle-broken");
    Files.writeString(
        folder.resolve("dmn/principles.csv"),
        """
        id,kind,fact,from,to,where,subject,must never,statement,why
        cheap-talk-lifts,step,cost,high,low,,open talks verdict,fall,S001,Cheap talk does no harm.
        dear-talk-is-not-best,ban,,,,cost != low,open talks verdict,recommended,S001,It costs.
        """);

    JsonNode with = run("coverage", "--mutants", "--format", "json", CASES).json().at("/mutants");

    assertThat(without.at("/noticedByPrinciple").asInt()).isZero();
    assertThat(with.at("/noticedByPrinciple").asInt()).isPositive();
    assertThat(with.at("/noticed").asInt()).isGreaterThan(without.at("/noticed").asInt());
    assertThat(with.at("/survivors")).hasSizeLessThan(without.at("/survivors").size());
  }

  @Test
  void aQuickCheckLeavesTheProofsOutAndSaysSo() {
    lay("principle-broken");

    Run run = run("check", "--quick");

    assertThat(run.code()).isEqualTo(Main.FINE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("whether the principles hold: it was left out to be quick");
  }

  private Run run(String... words) {
    return Run.of(
        Stream.concat(Stream.of(words), Stream.of("--knowledge", folder.toString()))
            .toArray(String[]::new));
  }

  private void lay(String seed) {
    Path from = SEEDS.resolve(seed);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
