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

  /** The advices, in the order of the cases. */
  List<Advice> advise(List<Case> cases) {
    Advice[] advices = new Advice[cases.size()];
    Collection<List<Integer>> conflicts =
        IntStream.range(0, cases.size())
            .boxed()
            .sorted(Comparator.comparing(i -> cases.get(i).asOf(), UNDATED_FIRST))
            .collect(Collectors.groupingBy(i -> cases.get(i).conflict()))
            .values();
    conflicts.parallelStream().forEach(phases -> advise(cases, phases, advices));
    return Arrays.asList(advices);
  }

  private void advise(List<Case> cases, List<Integer> phases, Advice[] advices) {
    List<Advice> earlier = new ArrayList<>();
    for (int i : phases) {
      advices[i] = advisor.advise(cases.get(i), List.copyOf(earlier));
      earlier.add(advices[i]);
    }
  }
}
