package org.parley.assertj;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Question;
import org.parley.Posture;

/** Assertions on what is not known. */
public class OpenQuestionsAssert extends AbstractAssert<OpenQuestionsAssert, OpenQuestions> {

  /**
   * Assertions on open questions; {@link ParleyAssertions#assertThat(OpenQuestions)} makes them.
   */
  public OpenQuestionsAssert(OpenQuestions actual) {
    super(actual, OpenQuestionsAssert.class);
  }

  /** The present advice holds in every world, and every world was counted. */
  public OpenQuestionsAssert holdsWhateverIsUnknown() {
    isNotNull();
    if (!actual.holds()) {
      fail("to hold whatever is unknown");
    }
    return this;
  }

  /** These postures are still possible, and no others. */
  public OpenQuestionsAssert leavesPossible(Posture first, Posture... more) {
    isNotNull();
    Set<Posture> possible = EnumSet.noneOf(Posture.class);
    actual.possible().forEach(p -> possible.add(p.posture()));
    Set<Posture> expected = EnumSet.of(first, more);
    if (!possible.equals(expected)) {
      fail("to leave possible " + expected);
    }
    return this;
  }

  /** This is the fact to learn first. */
  public OpenQuestionsAssert asksFirst(String fact) {
    isNotNull();
    if (actual.questions().isEmpty() || !actual.questions().get(0).fact().equals(fact)) {
      fail("to ask for '%s' first".formatted(fact));
    }
    return this;
  }

  /** Every world counts, not a sample. */
  public OpenQuestionsAssert isExact() {
    isNotNull();
    if (!actual.exact()) {
      fail("to count every world");
    }
    return this;
  }

  private void fail(String expectation) {
    failWithMessage(
        "%s",
        Grounds.message(
            "Expecting the advice %s %s".formatted(actual.posture(), expectation),
            Grounds.listed(
                "%s %.0f worlds lead to"
                    .formatted(actual.exact() ? "all" : "a sample of", actual.worlds()),
                shares(actual.possible())),
            Grounds.listed(
                "to learn first",
                actual.questions().stream().map(OpenQuestionsAssert::words).toList())));
  }

  private static String words(Question question) {
    return question.answers().stream()
        .map(OpenQuestionsAssert::words)
        .collect(Collectors.joining("; ", question.fact() + ": ", ""));
  }

  private static String words(Answer answer) {
    return "%s leads to %s".formatted(answer.value(), String.join(", ", shares(answer.possible())));
  }

  private static List<String> shares(List<OpenQuestions.Possibility> possible) {
    return possible.stream()
        .map(p -> String.format(Locale.ROOT, "%s %.1f %%", p.posture(), 100 * p.share()))
        .toList();
  }
}
