package org.parley;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An application with tables of its own, in a class loader of its own. */
public final class Redeployed {
  private Redeployed() {}

  /**
   * Advises and ends.
   *
   * @return the posture
   */
  public static String run(String folder) {
    Case war =
        Case.builder()
            .asOf(LocalDate.of(1968, 4, 1))
            .decidingParty("Us")
            .adversary("Them")
            .event(
                new Event(
                    LocalDate.of(1968, 1, 30),
                    "offensive",
                    List.of("Us"),
                    List.of("Them"),
                    Map.of(),
                    "",
                    ""))
            .build();
    try (Advisor advisor = Parley.load(Path.of(folder), LoadOption.TRUST_RULES)) {
      Advice advice = advisor.advise(war);
      return "%s %d %d"
          .formatted(advice.posture(), advice.changes(2).sets().size(), advice.rulesFired().size());
    }
  }
}
