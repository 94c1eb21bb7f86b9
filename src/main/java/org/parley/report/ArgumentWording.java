package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.Changes;
import org.parley.Changes.Group;
import org.parley.OpenQuestions;
import org.parley.SimilarCase;
import org.parley.UnofficialTrack;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingFact;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** The sentences that HTML and Markdown share on what can be argued about; not yet escaped. */
final class ArgumentWording {
  static final String WHY_NOT = "Why not the others";
  static final String CHANGES = "What would change the advice";
  static final String QUESTIONS = "Open questions";
  static final String SIMILAR = "Similar cases";
  static final String WAYS =
      "The nearest rows of the tables that would have given it, and what stands in their way. What"
          + " a row asks for is a condition under which the tables would say otherwise, not a step.";
  static final String SHARES =
      "A share counts the combinations of answers that lead to a posture. It does not say how likely"
          + " they are.";
  static final String ALIKE =
      "Alike is not cause: that two cases look alike says nothing about why either went as it did."
          + " And agreement with history is not correctness.";
  static final int MOST_WAYS = 3;
  static final int MOST_QUESTIONS = 6;
  static final int MOST_DIFFERENCES = 6;

  private static final String NOBODY = "nobody";

  private ArgumentWording() {}

  static String heading(WhyNot whyNot) {
    return "Why not %s (%s)".formatted(whyNot.asked(), whyNot.verdict().level());
  }

  static List<WhyNot.Way> ways(WhyNot whyNot) {
    return whyNot.ways().stream().limit(MOST_WAYS).toList();
  }

  /** What stands in a row's way, one sentence for each fact. */
  static List<String> obstacles(WhyNot.Way way, Vocabulary vocabulary) {
    return way.row().facts().stream().map(f -> obstacle(f, vocabulary)).toList();
  }

  private static String obstacle(FailingFact fact, Vocabulary vocabulary) {
    boolean condition =
        vocabulary.fact(fact.fact()).map(t -> t.actor().startsWith(NOBODY)).orElse(false);
    return "%s is %s; the row asks for %s%s"
        .formatted(
            fact.fact(),
            Wording.known(fact.value()),
            String.join(" or ", fact.wanted()),
            condition ? " (a condition to watch for, never a step)" : "");
  }

  static String outcome(WhyNot whyNot, WhyNot.Way way) {
    return "Were it so, the tables would call %s %s and favour %s."
        .formatted(whyNot.asked(), way.level(), way.posture());
  }

  static String noWay(WhyNot whyNot) {
    return "No row of the tables would have given %s here.".formatted(whyNot.asked());
  }

  static String searched(Changes changes) {
    return changes.sets().isEmpty()
        ? "No change of up to %d facts would make the tables favour another posture."
            .formatted(changes.most())
        : "Every change of up to %d facts was tried. Each set below makes the tables favour another"
                .formatted(changes.most())
            + " posture, and nothing less than the whole set does.";
  }

  /** How a group is introduced. */
  static String heading(Group group) {
    return switch (group) {
      case OWN_SIDE -> "What the deciding party can act on";
      case ADVERSARY -> "What the adversary can act on";
      case THIRD_PARTY -> "What a third party can act on";
      case TOGETHER -> "What several can act on together";
      case CONDITION -> "To watch for, never a step";
      case DOUBT -> "Doubts about the input";
    };
  }

  static String meaning(Group group) {
    return switch (group) {
      case CONDITION ->
          "Nobody can or may bring these about. Should they come to pass by themselves, ask again.";
      case DOUBT ->
          "Here a fact is taken as not known: that changes what we rest on, not the world.";
      default -> "";
    };
  }

  static List<String> distances(Changes changes) {
    return changes.distances().stream()
        .map(
            d ->
                d.facts().isPresent()
                    ? "%s: %d %s away"
                        .formatted(
                            d.posture(),
                            d.facts().getAsInt(),
                            d.facts().getAsInt() == 1 ? "fact" : "facts")
                    : "%s: more than %d facts away".formatted(d.posture(), d.searched()))
        .toList();
  }

  static String holds(OpenQuestions questions) {
    if (questions.opened().isEmpty()) {
      return "Every fact is known: nothing is open.";
    }
    String open =
        questions.opened().size() == 1
            ? "1 fact is not known"
            : questions.opened().size() + " facts are not known";
    return questions.holds()
        ? "%s; whatever the answers, the tables favour %s.".formatted(open, questions.posture())
        : "%s, and the answers could change the advice.".formatted(open);
  }

  static String basis(OpenQuestions questions) {
    return questions.exact()
        ? "Every combination of answers was counted. " + SHARES
        : "From a sample of the combinations; a share may be off by %s. "
                .formatted(Figures.share(questions.error()))
            + SHARES;
  }

  static String shares(List<OpenQuestions.Possibility> possible) {
    return possible.stream()
        .map(p -> "%s %s".formatted(p.posture(), Figures.share(p.share())))
        .collect(Collectors.joining(", "));
  }

  static List<OpenQuestions.Question> learnFirst(OpenQuestions questions) {
    return questions.questions().stream()
        .filter(q -> q.narrowing() > 0)
        .limit(MOST_QUESTIONS)
        .toList();
  }

  static String advised(SimilarCase similar) {
    String posture = similar.advice().posture().label();
    return similar.advice().unofficialTrack() == UnofficialTrack.NONE
        ? posture
        : posture + " with " + similar.advice().unofficialTrack().label();
  }

  /** What was done, as far as it is on record. */
  static String done(SimilarCase similar) {
    var observed = similar.subject().observed();
    if (observed == null) {
      return "not on record";
    }
    List<String> parts = new ArrayList<>();
    if (observed.posture() != null) {
      parts.add(observed.posture().label());
    }
    if (!Wording.isBlank(observed.unofficialTrack())
        && !observed.unofficialTrack().equals(UnofficialTrack.NONE.label())) {
      parts.add(observed.unofficialTrack());
    }
    return parts.isEmpty() ? "not on record" : String.join(" with ", parts);
  }

  static String difference(SimilarCase.Difference difference) {
    return "%s: %s here, %s there"
        .formatted(difference.fact(), known(difference.here()), known(difference.there()));
  }

  static List<SimilarCase.Difference> differences(SimilarCase similar) {
    return similar.differences().stream().limit(MOST_DIFFERENCES).toList();
  }

  private static String known(String value) {
    return value.equals(FactType.UNKNOWN) ? "not known" : value;
  }
}
