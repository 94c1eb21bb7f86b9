package org.parley.regress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;

/**
 * Advises on cases so that each phase of a conflict sees the advice on those before it. Conflicts
 * know nothing of each other, so they are advised on at the same time.
 */
final class InTurn {
  private static final Comparator<LocalDate> UNDATED_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final Advisor advisor;

  InTurn(Advisor advisor) {
    this.advisor = advisor;
  }

  /**
   * What came of a case.
   *
   * @param advice {@code null} where the tables give none
   * @param problems why they give none
   */
  record Answer(Case subject, Advice advice, List<Problem> problems) {}

  /**
   * The advices, in the order of the cases.
   *
   * @throws ParleyException if the tables give none on some of them
   */
  List<Advice> advise(List<Case> cases) {
    List<Answer> answers = answers(cases);
    ParleyException.throwIfAny(answers.stream().flatMap(a -> a.problems().stream()).toList());
    return answers.stream().map(Answer::advice).toList();
  }

  /** What came of each case, in their order. */
  List<Answer> answers(List<Case> cases) {
    Answer[] answers = new Answer[cases.size()];
    Collection<List<Integer>> conflicts =
        IntStream.range(0, cases.size())
            .boxed()
            .sorted(Comparator.comparing(i -> cases.get(i).asOf(), UNDATED_FIRST))
            .collect(Collectors.groupingBy(i -> cases.get(i).conflict()))
            .values();
    conflicts.parallelStream().forEach(phases -> advise(cases, phases, answers));
    return Arrays.asList(answers);
  }

  private void advise(List<Case> cases, List<Integer> phases, Answer[] answers) {
    List<Advice> earlier = new ArrayList<>();
    for (int i : phases) {
      Case subject = cases.get(i);
      try {
        Advice advice = advisor.advise(subject, List.copyOf(earlier));
        earlier.add(advice);
        answers[i] = new Answer(subject, advice, List.of());
      } catch (ParleyException e) {
        answers[i] = new Answer(subject, null, e.problems());
      }
    }
  }
}
