package org.parley.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.Precedents;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.SecondOpinion;
import org.parley.SimilarCase;
import org.parley.Topic;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.WhyNot;

/**
 * What programs read of an advice: an advice, or a list of them for several cases. Advice informs a
 * decision; it does not take it.
 *
 * @param subject the short name of the case
 * @param asOf the day of the advice; later events were not used
 * @param about what the case is about
 * @param posture the posture that the tables favour, or lean to
 * @param favoured whether enough is known to favour it; else it is a leaning
 * @param basis what the posture rests on
 * @param learnFirst the facts to learn first, where too little is known
 * @param combinedWith what to combine it with
 * @param unofficialTrack the unofficial track to run beside it
 * @param confidence how far to rely on the advice
 * @param confidenceReasons why no more and no less
 * @param completions in how many of the ways to fill in what is not known the posture stands
 * @param verdicts a verdict for each posture
 * @param reasons the rows that weigh most, strongest first
 * @param runnerUp the posture that comes next, with the best case for it
 * @param format kind, mode, instrument and conduct of talks
 * @param steps what to do, in this order
 * @param warnings what to beware of
 * @param risks what could go wrong if the advice is followed
 * @param costOfWaiting what each further month without talks costs
 * @param mustAgree whose agreement is needed, and when
 * @param outlook what speaks for and against success
 * @param thirdParty what outside powers can do
 * @param trackTwo how to build the unofficial track
 * @param fallback how to leave the posture, and what comes next
 * @param ifLeaked what to do if contact becomes known
 * @param reviewWhen which event should make one look again before the date
 * @param topics all that goes with the posture, by the decision that speaks of it
 * @param more what steps, warnings and topics have no room for, by the decision that speaks of it
 * @param footer what holds in most cases like this
 * @param reviewWithinDays in how many days to look again at the latest
 * @param reviewBy the day to look again at the latest
 * @param facts the facts that the tables saw
 * @param unknown the facts that are not known
 * @param findings what the reader should know about the input
 * @param rulesFired the rules that fired
 * @param secondOpinion what the posture game says beside the tables
 * @param precedents what parties did in like situations
 * @param trace every decision, behind those that it reads
 * @param whyNot why not each of the other postures
 * @param changes what would change the advice
 * @param openQuestions what is not known and could change it
 * @param similar the cases most like this one, nearest first
 * @param similarCompared how many cases it was compared with, where the search was ended before all
 * @param knowledge which knowledge the advice rests on
 */
public record AdviceAnswer(
    @JsonProperty("case") String subject,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate asOf,
    About about,
    Posture posture,
    boolean favoured,
    Basis basis,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> learnFirst,
    List<String> combinedWith,
    UnofficialTrack unofficialTrack,
    Confidence confidence,
    List<String> confidenceReasons,
    Advice.Completions completions,
    List<Verdict> verdicts,
    List<FiredRow> reasons,
    RunnerUp runnerUp,
    List<Said> format,
    List<Said> steps,
    List<Said> warnings,
    List<Said> risks,
    List<Said> costOfWaiting,
    List<Said> mustAgree,
    List<Said> outlook,
    List<Said> thirdParty,
    List<Said> trackTwo,
    List<Said> fallback,
    List<Said> ifLeaked,
    List<Said> reviewWhen,
    Map<String, List<Said>> topics,
    Map<String, List<Said>> more,
    List<Said> footer,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer reviewWithinDays,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate reviewBy,
    List<Fact> facts,
    List<String> unknown,
    List<Finding> findings,
    List<String> rulesFired,
    @JsonInclude(JsonInclude.Include.NON_NULL) SecondOpinion secondOpinion,
    @JsonInclude(JsonInclude.Include.NON_NULL) Precedents precedents,
    List<DecisionTrace> trace,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) List<WhyNot> whyNot,
    @JsonInclude(JsonInclude.Include.NON_NULL) Changes changes,
    @JsonInclude(JsonInclude.Include.NON_NULL) OpenQuestions openQuestions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        List<SimilarCase> similar,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer similarCompared,
    Knowledge knowledge) {

  public AdviceAnswer {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(posture, "posture");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(unofficialTrack, "unofficialTrack");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(completions, "completions");
    Objects.requireNonNull(runnerUp, "runnerUp");
    Objects.requireNonNull(knowledge, "knowledge");
  }

  /**
   * What a case is about.
   *
   * @param ongoing whether its war goes on, so that people may act on what is said of it
   */
  public record About(
      String title,
      String conflict,
      String decidingParty,
      String adversary,
      String thirdParty,
      String summary,
      boolean ongoing) {

    static About of(Case subject) {
      return new About(
          subject.title(),
          subject.conflict(),
          subject.decidingParty(),
          subject.adversary(),
          subject.thirdParty(),
          subject.summary(),
          subject.isOngoing());
    }
  }

  /** What is read of an advice; of one that was written down, what was written. */
  public static AdviceAnswer of(Advice advice) {
    return advice instanceof RecordedAdvice recorded ? recorded.written() : of(advice, null);
  }

  /** The same with what can be argued about; of one that was written down, what was written. */
  public static AdviceAnswer argued(Advice advice) {
    return advice instanceof RecordedAdvice recorded
        ? recorded.written()
        : of(Briefing.of(advice, List.of()));
  }

  /** The same with what can be argued about. */
  public static AdviceAnswer of(Briefing briefing) {
    return of(briefing.advice(), briefing);
  }

  private static AdviceAnswer of(Advice advice, Briefing argued) {
    return new AdviceAnswer(
        advice.subject().id(),
        advice.subject().asOf(),
        About.of(advice.subject()),
        advice.posture(),
        advice.favoured(),
        advice.basis(),
        advice.favoured() ? List.of() : advice.openQuestions().firstFacts(),
        advice.combinedWith(),
        advice.unofficialTrack(),
        advice.confidence().level(),
        advice.confidence().reasons().stream().map(Advice.Reason::text).toList(),
        advice.confidence().completions(),
        advice.verdicts(),
        advice.reasons(),
        advice.runnerUp(),
        topic(advice, "format"),
        advice.steps(),
        advice.warnings(),
        topic(advice, "risks"),
        topic(advice, "costOfWaiting"),
        topic(advice, "mustAgree"),
        topic(advice, "outlook"),
        topic(advice, "thirdParty"),
        topic(advice, "trackTwo"),
        topic(advice, "fallback"),
        topic(advice, "ifLeaked"),
        topic(advice, "reviewWhen"),
        byName(advice.topics()),
        byName(advice.more()),
        advice.footer(),
        advice.reviewWithinDays().isPresent() ? advice.reviewWithinDays().getAsInt() : null,
        advice.reviewBy().orElse(null),
        advice.facts(),
        advice.unknown(),
        advice.findings(),
        advice.rulesFired(),
        advice.secondOpinion().orElse(null),
        advice.precedents().orElse(null),
        advice.trace(),
        argued == null ? null : argued.whyNot(),
        argued == null ? null : argued.changes(),
        argued == null ? null : argued.questions(),
        argued == null ? null : argued.similar().cases(),
        argued == null || argued.similar().isComplete() ? null : argued.similar().compared(),
        new Knowledge(
            advice.knowledge().version(),
            advice.knowledge().version(),
            advice.knowledge().engine()));
  }

  private static Map<String, List<Said>> byName(List<Topic> topics) {
    Map<String, List<Said>> sentences = new LinkedHashMap<>();
    topics.forEach(t -> sentences.put(t.name(), t.sentences()));
    return sentences;
  }

  private static List<Said> topic(Advice advice, String key) {
    return advice.topic(FinalDecisions.TOPIC_KEYS.get(key));
  }

  /**
   * Which knowledge an advice rests on.
   *
   * @param version what the knowledge base is called: its hash where it has no name
   * @param hash SHA-256 of the knowledge base
   * @param engine the engine that evaluated the tables
   */
  public record Knowledge(String version, String hash, String engine) {}
}
