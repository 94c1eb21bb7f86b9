package org.parley.assertj;

import org.assertj.core.annotation.CheckReturnValue;
import org.parley.Advice;
import org.parley.Changes;
import org.parley.OpenQuestions;

/** Where assertions on advice begin: {@code assertThat(advice).recommends(OPEN_TALKS)}. */
@CheckReturnValue
public final class ParleyAssertions {

  private ParleyAssertions() {}

  /** Assertions on an advice. */
  public static AdviceAssert assertThat(Advice actual) {
    return new AdviceAssert(actual);
  }

  /** Assertions on what would change an advice. */
  public static ChangesAssert assertThat(Changes actual) {
    return new ChangesAssert(actual);
  }

  /** Assertions on what is not known. */
  public static OpenQuestionsAssert assertThat(OpenQuestions actual) {
    return new OpenQuestionsAssert(actual);
  }
}
