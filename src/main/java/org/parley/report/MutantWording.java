package org.parley.report;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.Changes.FactChange;
import org.parley.regress.Mutant;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;
import org.parley.regress.Remedy;

/** The sentences about changed cells; not yet escaped. */
final class MutantWording {
  static final String SCORE =
      "A change is noticed when in some case an answer that reaches the reader is another, or there"
          + " is none. The score is the share noticed of all changes that can make a difference to"
          + " their table.";

  private MutantWording() {}

  /** What was tried, in one sentence. */
  static String tried(MutationResult result) {
    return "%d changes of one cell each, tried one at a time on %d cases (%d of them made up); %d more change no answer of their table, whatever it sees, and do not count."
        .formatted(
            result.all().counted(), result.cases(), result.synthetic(), result.all().equivalent());
  }

  /** What is to be known about the survivors before one reads their list. */
  static List<String> survivors(MutationResult result) {
    return List.of(
        "%d of them leave a gap in their table, or rows at odds: a look at the table alone shows them."
            .formatted(result.breaking()),
        "%d of them no case can notice: it is proved that no facts make the table see what it takes."
            .formatted(result.hopeless()));
  }

  /** What the change is, its row apart. */
  static String change(Mutant mutant) {
    return switch (mutant.kind()) {
      case CONDITION_DROPPED -> "'%s' accepts anything".formatted(mutant.column());
      case VALUE_ADDED -> "'%s' also accepts %s".formatted(mutant.column(), mutant.value());
      case VALUE_TAKEN -> "'%s' no longer accepts %s".formatted(mutant.column(), mutant.value());
      case CONDITION_SET ->
          "'%s', where any value will do, refuses %s".formatted(mutant.column(), mutant.value());
      case RESULT_CHANGED -> "says \"%s\"".formatted(mutant.value());
    };
  }

  /** What a case that notices it would be like. */
  static String remedy(Survivor survivor) {
    Remedy remedy = survivor.remedy();
    if (remedy instanceof Remedy.NewCase found) {
      return like(found.like(), found.changes());
    }
    if (remedy instanceof Remedy.None) {
      return "no case can notice it";
    }
    return remedy instanceof Remedy.NotFound ? "no case was found that would notice it" : "";
  }

  /** A case that differs from another in a few facts. */
  static String like(String like, List<FactChange> changes) {
    String facts = changes(changes);
    return like.isEmpty()
        ? "a case of which nothing is known but " + facts
        : "a case like %s, but %s".formatted(like, facts);
  }

  /** Facts with their values. */
  static String changes(List<FactChange> changes) {
    return changes.stream()
        .map(c -> "%s: %s".formatted(c.name(), c.to()))
        .collect(Collectors.joining("; "));
  }

  /** A score in figures. */
  static String share(Score score) {
    return "%s %d of %d"
        .formatted(
            CoverageText.percent(score.noticed(), score.counted()).strip(),
            score.noticed(),
            score.counted());
  }
}
