package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No text that a table or rule can print gives forbidden advice. The expressions catch a slip, not
 * an intention: people read the texts as well.
 */
class CareTest {
  private static final Path EXPRESSIONS = Path.of("src/test/resources/care/forbidden-advice.tsv");
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();

  private record Forbidden(String id, Pattern expression) {}

  @TestFactory
  Stream<DynamicTest> noTextGivesForbiddenAdvice() throws IOException {
    List<String> texts = texts();
    assertThat(texts).hasSizeGreaterThan(1000);
    return forbidden().stream()
        .map(
            f ->
                DynamicTest.dynamicTest(
                    f.id(),
                    () -> assertThat(texts).noneMatch(t -> f.expression().matcher(t).find())));
  }

  @Test
  void theExpressionsCatchWhatTheyAreMeantFor() throws IOException {
    List<String> harmful =
        List.of(
            "Pretend an interest in talks.",
            "Use the talks to win time.",
            "Then deepen the dissent in their society.",
            "Contact them in spite of the law.",
            "Offer to cede the province of land.",
            "Promise an amnesty.",
            "North Vietnam should use force.",
            "First, launch an offensive.",
            "Then demonstrate your resilience.",
            "Wait for a better partner.");

    assertThat(harmful)
        .allSatisfy(
            text ->
                assertThat(forbidden())
                    .as(text)
                    .anyMatch(f -> f.expression().matcher(text).find()));
  }

  private static List<Forbidden> forbidden() throws IOException {
    return Files.readAllLines(EXPRESSIONS).stream()
        .map(line -> line.split("\t"))
        .map(c -> new Forbidden(c[0], Pattern.compile(c[1], Pattern.CASE_INSENSITIVE)))
        .toList();
  }

  private List<String> texts() {
    Stream<String> rows =
        knowledge.decisions().stream()
            .flatMap(d -> d.table().stream())
            .flatMap(t -> t.rows().stream())
            .flatMap(
                r ->
                    Stream.concat(
                        Stream.of(r.why()),
                        r.results().stream().map(x -> x.replaceAll("^\"|\"$", ""))));
    Stream<String> rules =
        knowledge.rules().headers().stream()
            .flatMap(r -> Stream.of(r.name(), r.why(), r.consequence()));
    return Stream.concat(rows, rules).toList();
  }
}
