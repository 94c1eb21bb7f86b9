package org.parley.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.parley.Case;
import org.parley.knowledge.Vocabulary;
import picocli.CommandLine.Option;

/** What is assumed of cases, beside what their files say. */
final class Assumed {

  @Option(
      names = "--set",
      paramLabel = "\"FACT=VALUE\"",
      description = "Assume a value for a fact; unknown takes it away. Can be given several times.")
  private List<String> assumptions = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Look from this day (YYYY-MM-DD).")
  private LocalDate asOf;

  /** The case with it. */
  Case in(Case subject, Vocabulary vocabulary) {
    return in(subject, vocabulary, assumption -> false);
  }

  /**
   * The case with it.
   *
   * @param taken whether an assumption is about something else than a fact
   */
  Case in(Case subject, Vocabulary vocabulary, Predicate<Assumption> taken) {
    Case assumed = asOf == null ? subject : subject.withAsOf(asOf);
    for (String text : assumptions) {
      Assumption assumption = Assumption.of(text);
      assumed = taken.test(assumption) ? assumed : assumption.in(assumed, vocabulary);
    }
    return assumed;
  }
}
