package org.parley.report.advice;

import static org.parley.report.document.Document.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Changes.FactChange;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Question;
import org.parley.Posture;
import org.parley.RunnerUp;
import org.parley.explain.FinalDecisions;
import org.parley.explain.Redaction;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.MemoHead;
import org.parley.report.words.OnePage;
import org.parley.report.words.Wording;

/** Tells an advice on one page, as a memo that staff hand in to whoever decides. */
public final class MemoReport {
  /** What it is. */
  private static final String KIND = "Decision memo";

  private static final String RISKS = FinalDecisions.TOPIC_KEYS.get("risks");
  private static final String WAITING = FinalDecisions.TOPIC_KEYS.get("costOfWaiting");
  private static final int LONGEST_SUMMARY = 160;
  private static final int MOST_STEPS = 5;
  private static final int MOST_DOUBTS = 3;

  /** What is left out where there is little room, the last first. */
  private interface Rank {
    int FIRST = 1;
    int SECOND = 2;
    int THIRD = 3;
    int LAST = 8;
  }

  private final Advice advice;
  private final Vocabulary vocabulary;
  private final OnePage page = new OnePage();

  private MemoReport(Advice advice, Vocabulary vocabulary) {
    this.advice = advice;
    this.vocabulary = vocabulary;
  }

  /**
   * The memo.
   *
   * @param vocabulary says what the facts mean that are to be found out
   */
  public static Document of(Advice advice, Vocabulary vocabulary, MemoHead head) {
    return new MemoReport(advice, vocabulary).write(head);
  }

  private Document write(MemoHead head) {
    Case subject = advice.subject();
    Block.Result result = result();
    List<Words> foot = foot();
    page.headed(
            Wording.title(subject),
            List.of(
                subject.id() + " · " + String.join(" · ", Wording.setting(subject)),
                String.join(" · ", Wording.actors(subject))),
            head.letterhead(KIND, subject.asOf(), /* small= */ false))
        .answered(result)
        .footed(foot);
    if (subject.isOngoing()) {
      page.bannered();
    }
    parts();
    OnePage.Choice choice = page.choose();
    return Wording.about(advice)
        .letterhead(head.letterhead(KIND, subject.asOf(), choice.tight()))
        .front(result)
        .add(choice.parts().toArray(Block[]::new))
        .foot(foot.toArray(Words[]::new));
  }

  /** What stands below beside the caveat. */
  private List<Words> foot() {
    List<Words> foot = new ArrayList<>();
    advice.footer().forEach(said -> foot.add(Words.of(said)));
    Wording.later(advice).map(Words::plain).ifPresent(foot::add);
    if (Wording.isRedacted(advice)) {
      foot.add(Words.plain("Redacted: " + Redaction.NOTICE));
    }
    foot.add(Words.plain("parley advise --detail full tells the rest, with all sources."));
    foot.add(
        Words.dim("knowledge " + advice.knowledge().shortVersion())
            .listed(Words.dim(advice.knowledge().engine())));
    return foot;
  }

  private Block.Result result() {
    List<Block.Field> fields = new ArrayList<>();
    if (!advice.combinedWith().isEmpty()) {
      fields.add(field("Combined with", String.join(", ", advice.combinedWith())));
    }
    fields.add(field("Unofficial track", advice.unofficialTrack().label()));
    fields.add(field("Confidence", advice.confidence().level().label()));
    if (!Wording.review(advice).isEmpty()) {
      fields.add(field("Look again", Wording.review(advice)));
    }
    return Wording.result(advice, advice.posture().label(), fields);
  }

  private void parts() {
    String summary = Wording.beginning(advice.subject().summary(), LONGEST_SUMMARY);
    page.part("Background").may(Rank.LAST, Words.plain(summary));
    reasons();
    steps();
    weigh();
    dangers();
    learn();
    runnerUp();
    confidence();
    voices();
  }

  private void reasons() {
    OnePage.Part part = page.part("Why");
    List<Words> reasons =
        advice.reasons().stream()
            .filter(row -> !isWithheld(row))
            .map(MemoReport::reason)
            .collect(Collectors.toCollection(ArrayList::new));
    long withheld = advice.reasons().stream().filter(MemoReport::isWithheld).count();
    if (withheld > 0) {
      reasons.add(
          Words.plain(
              "%s rest on what is withheld here."
                  .formatted(withheld == 1 ? "One reason" : withheld + " reasons")));
    }
    reasons.stream().limit(1).forEach(part::must);
    part.may(Rank.SECOND, reasons.stream().skip(1).toList());
  }

  private static boolean isWithheld(FiredRow row) {
    return row.id().equals(Redaction.WITHHELD);
  }

  private static Words reason(FiredRow row) {
    return Words.plain(Wording.plainly(row.why())).thenRow(row.id());
  }

  private void steps() {
    OnePage.Part part =
        page.part(advice.favoured() ? "What to do" : "If the leaning holds", Block.Order.NUMBERED);
    List<Words> steps = advice.steps().stream().limit(MOST_STEPS).map(Words::of).toList();
    steps.stream().limit(1).forEach(part::must);
    part.may(Rank.FIRST, steps.stream().skip(1).toList());
    String review = Wording.review(advice);
    if (!review.isEmpty()) {
      page.part("By when").must(Words.plain("Look again " + review + "."));
    }
  }

  /** What is never left out beside a closed posture. */
  private void weigh() {
    if (advice.posture() == Posture.CLOSED_POSTURE) {
      OnePage.Part part = page.part("To weigh").must(Words.plain(Wording.closed(advice)));
      advice.topic(WAITING).stream().limit(1).map(Words::of).forEach(part::must);
    }
  }

  private void dangers() {
    List<Words> risks = advice.topic(RISKS).stream().map(Words::of).toList();
    List<Words> warnings = advice.warnings().stream().map(Words::of).toList();
    OnePage.Part risk = page.part("Main risk");
    risks.stream().limit(1).forEach(risk::must);
    OnePage.Part beware = page.part("Beware", Block.Order.WARNING);
    warnings.stream().limit(1).forEach(beware::must);
    beware.may(Rank.SECOND, warnings.stream().skip(1).toList());
  }

  private void learn() {
    OnePage.Part part = page.part("Find out first");
    OpenQuestions questions = advice.openQuestions();
    List<Words> first = questions.firstFacts().stream().map(this::fact).toList();
    boolean settled = first.isEmpty() && questions.holds();
    first.stream().limit(1).forEach(part::must);
    if (settled) {
      part.must(Words.plain("No fact that is not known could turn the posture."));
    }
    part.may(Rank.SECOND, turning());
    part.may(Rank.THIRD, first.stream().skip(1).toList());
    if (settled) {
      Set<String> doubtful =
          advice.facts().stream()
              .filter(MemoReport::isDoubtful)
              .map(Fact::name)
              .collect(Collectors.toSet());
      part.may(
          Rank.FIRST,
          advice.openQuestions(MemoReport::isDoubtful).questions().stream()
              .map(Question::fact)
              .filter(doubtful::contains)
              .limit(MOST_DOUBTS)
              .map(this::doubt)
              .toList());
    }
  }

  /** How far the posture hangs on single facts, known ones too; nothing where on none. */
  private Words turning() {
    long facts =
        advice.changes(1).sets().stream()
            .flatMap(set -> set.facts().stream())
            .map(FactChange::name)
            .distinct()
            .count();
    return facts == 0
        ? Words.NONE
        : Words.plain(
            "%s can turn the posture alone: parley challenge says which, and to what."
                .formatted(Figures.count(facts, "fact")));
  }

  private static boolean isDoubtful(Fact fact) {
    return fact.confidence() == Confidence.LOW;
  }

  private Words fact(String name) {
    return Words.about(name, meaning(name) + ".");
  }

  private Words doubt(String name) {
    return Words.about(
        name, meaning(name) + ". It is held with low confidence, and the posture can turn on it.");
  }

  private String meaning(String fact) {
    return vocabulary.fact(fact).map(FactType::meaning).orElse("");
  }

  private void runnerUp() {
    RunnerUp second = advice.runnerUp();
    OnePage.Part part = page.part("Runner-up");
    List<Words> words =
        second.arguments().stream().map(Words::of).collect(Collectors.toCollection(ArrayList::new));
    if (words.isEmpty()) {
      words.add(Words.plain(AdviceReport.NO_ARGUMENT));
    }
    String option = "The best case for %s (%s):";
    words.set(
        0,
        Words.strong(option.formatted(second.verdict().option(), second.verdict().level()))
            .then(words.get(0)));
    part.must(words.get(0));
    if (AdviceReport.isLevel(advice, second.verdict())) {
      part.must(Words.plain(AdviceReport.level(advice, second.verdict())));
    }
    part.may(Rank.THIRD, words.subList(1, words.size()));
  }

  private void confidence() {
    OnePage.Part part =
        page.part("Confidence")
            .must(
                Words.about(
                    advice.confidence().level().label(),
                    "it is confidence in the answer of the tables, and says nothing of how likely"
                        + " success is."));
    List<Words> reasons =
        advice.confidence().reasons().stream().map(r -> Words.plain(sentence(r.text()))).toList();
    reasons.stream().limit(1).forEach(part::must);
    part.may(Rank.SECOND, reasons.stream().skip(1).toList());
  }

  private static String sentence(String reason) {
    String text = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }

  /** Tables, game and precedents, each by itself. */
  private void voices() {
    OnePage.Part part = page.part("Three voices");
    String others =
        advice.verdicts().stream()
            .map(v -> v.option() + " " + v.level())
            .collect(Collectors.joining(", "));
    part.must(Words.about("tables", others + "."));
    advice
        .secondOpinion()
        .map(o -> Words.about("second opinion", AdviceReport.verdict(o)))
        .or(
            () ->
                Wording.isRedacted(advice)
                    ? Optional.of(Words.about("second opinion", "withheld."))
                    : Optional.empty())
        .ifPresent(part::must);
    advice
        .precedents()
        .map(p -> Words.about("precedents", PrecedentsReport.inOneLine(p)))
        .map(
            words ->
                Wording.isRedacted(advice)
                    ? words.then(Tone.PLAIN, "Without what is withheld.")
                    : words)
        .ifPresent(part::must);
  }
}
