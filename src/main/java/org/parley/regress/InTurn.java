package org.parley.regress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;

/** Advises on cases so that each phase of a conflict sees the advice on those before it. */
final class InTurn {
  private static final Comparator<LocalDate> UNDATED_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final Advisor advisor;

  InTurn(Advisor advisor) {
    this.advisor = advisor;
  }

  /** The advices, in the order of the cases. */
  List<Advice> advise(List<Case> cases) {
    Map<String, List<Advice>> byConflict = new HashMap<>();
    Advice[] advices = new Advice[cases.size()];
    IntStream.range(0, cases.size())
        .boxed()
        .sorted(Comparator.comparing(i -> cases.get(i).asOf(), UNDATED_FIRST))
        .forEach(
            i -> {
              Case subject = cases.get(i);
              List<Advice> earlier =
                  byConflict.computeIfAbsent(subject.conflict(), conflict -> new ArrayList<>());
              advices[i] = advisor.advise(subject, List.copyOf(earlier));
              earlier.add(advices[i]);
            });
    return Arrays.asList(advices);
  }
}
