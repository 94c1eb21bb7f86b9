package org.parley.report.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Confidence;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.FactValue;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Said;
import org.parley.SecondOpinion;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.explain.FinalDecisions;

/**
 * What programs read of an advice: an advice, or a list of them for several cases. Advice informs a
 * decision; it does not take it.
 *
 * @param subject the short name of the case
 * @param asOf the day of the advice; later events were not used
 * @param posture the posture that the tables favour
 * @param combinedWith what to combine it with
 * @param unofficialTrack the unofficial track to run beside it
 * @param confidence how far to rely on the advice
 * @param confidenceReasons why no more and no less
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
 * @param footer what holds in most cases like this
 * @param reviewWithinDays in how many days to look again at the latest
 * @param reviewBy the day to look again at the latest
 * @param facts the facts that the tables saw
 * @param unknown the facts that are not known
 * @param findings what the reader should know about the input
 * @param rulesFired the rules that fired
 * @param secondOpinion what the posture game says beside the tables
 * @param trace every decision, behind those that it reads
 * @param whyNot why not each of the other postures
 * @param changes what would change the advice
 * @param openQuestions what is not known and could change it
 * @param similar the cases most like this one, nearest first
 * @param knowledge which knowledge the advice rests on
 */
public record AdviceAnswer(
    @JsonProperty("case") String subject,
    LocalDate asOf,
    Posture posture,
    List<String> combinedWith,
    UnofficialTrack unofficialTrack,
    Confidence confidence,
    List<String> confidenceReasons,
    List<Judged> verdicts,
    List<FiredRow> reasons,
    Second runnerUp,
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
    List<Said> footer,
    Integer reviewWithinDays,
    LocalDate reviewBy,
    List<Fact> facts,
    List<String> unknown,
    List<Finding> findings,
    List<String> rulesFired,
    Opinion secondOpinion,
    List<DecisionTrace> trace,
    List<WhyNotReport.Answer> whyNot,
    ChangesReport.Answer changes,
    OpenQuestionsReport.Asked openQuestions,
    List<SimilarReport.Entry> similar,
    Knowledge knowledge) {

  static AdviceAnswer of(Advice advice) {
    return of(advice, null);
  }

  static AdviceAnswer of(Briefing briefing) {
    return of(briefing.advice(), briefing);
  }

  private static AdviceAnswer of(Advice advice, Briefing argued) {
    Map<String, List<Said>> topics = new LinkedHashMap<>();
    advice.topics().forEach(t -> topics.put(t.name(), t.sentences()));
    return new AdviceAnswer(
        advice.subject().id(),
        advice.subject().asOf(),
        advice.posture(),
        advice.combinedWith(),
        advice.unofficialTrack(),
        advice.confidence().level(),
        advice.confidence().reasons().stream().map(Advice.Reason::text).toList(),
        advice.verdicts().stream().map(Judged::of).toList(),
        advice.reasons(),
        Second.of(advice),
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
        topics,
        advice.footer(),
        advice.reviewWithinDays().isPresent() ? advice.reviewWithinDays().getAsInt() : null,
        advice.reviewBy().orElse(null),
        advice.facts(),
        advice.unknown(),
        advice.findings(),
        advice.rulesFired(),
        advice.secondOpinion().map(Opinion::of).orElse(null),
        advice.trace(),
        argued == null
            ? null
            : argued.whyNot().stream().map(w -> WhyNotReport.Answer.of("", w)).toList(),
        argued == null ? null : ChangesReport.Answer.of("", argued.changes()),
        argued == null ? null : OpenQuestionsReport.Asked.of("", argued.questions()),
        argued == null ? null : argued.similar().stream().map(SimilarReport.Entry::of).toList(),
        new Knowledge(
            advice.knowledge().version(),
            advice.knowledge().version(),
            advice.knowledge().engine()));
  }

  private static List<Said> topic(Advice advice, String key) {
    return advice.topic(FinalDecisions.TOPIC_KEYS.get(key));
  }

  /**
   * What the tables say of a posture.
   *
   * @param option the posture
   * @param verdict how the tables judge it
   * @param rows the ids of the rows that decided so
   */
  public record Judged(Posture option, Verdict.Level verdict, List<String> rows) {

    static Judged of(Verdict verdict) {
      return new Judged(
          verdict.option(), verdict.level(), verdict.rows().stream().map(FiredRow::id).toList());
    }
  }

  /**
   * The posture that comes next.
   *
   * @param option the posture
   * @param verdict how the tables judge it
   * @param rows the ids of the rows that decided so
   * @param arguments what speaks for it in this case
   */
  public record Second(
      Posture option, Verdict.Level verdict, List<String> rows, List<Said> arguments) {

    static Second of(Advice advice) {
      Judged judged = Judged.of(advice.runnerUp().verdict());
      return new Second(
          judged.option(), judged.verdict(), judged.rows(), advice.runnerUp().arguments());
    }
  }

  /**
   * What the posture game says beside the tables.
   *
   * @param region the region of the posture game that the case lies in
   * @param label the region in a few words
   * @param meaning the region in one sentence
   * @param reasonable what the game finds reasonable
   * @param agrees whether game and tables agree
   * @param partsOn the number on which they part
   * @param basis what the game is
   */
  public record Opinion(
      String region,
      String label,
      String meaning,
      Set<SecondOpinion.Course> reasonable,
      boolean agrees,
      Parting partsOn,
      String basis) {

    static Opinion of(SecondOpinion opinion) {
      Optional<Parting> parting = opinion.partsOn().map(Parting::of);
      return new Opinion(
          opinion.region(),
          opinion.label(),
          opinion.meaning(),
          opinion.reasonable(),
          opinion.agrees(),
          parting.orElse(null),
          SecondOpinion.LABEL);
    }
  }

  /**
   * The number on which game and tables part.
   *
   * @param parameter its short name
   * @param meaning what it is
   * @param value its value
   * @param agreesFrom they would agree from this value up
   * @param agreesUpTo they would agree up to this value
   * @param facts the facts that the value rests on, with their values
   */
  public record Parting(
      String parameter,
      String meaning,
      double value,
      Double agreesFrom,
      Double agreesUpTo,
      @FactValue Map<String, String> facts) {

    static Parting of(SecondOpinion.Parting parting) {
      return new Parting(
          parting.parameter(),
          parting.meaning(),
          parting.value(),
          parting.above() ? parting.turn() : null,
          parting.above() ? null : parting.turn(),
          parting.facts());
    }
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
