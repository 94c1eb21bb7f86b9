package org.parley.report.advice;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.items;
import static org.parley.report.document.Document.list;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.section;
import static org.parley.report.document.Document.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Detail;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Said;
import org.parley.SecondOpinion;
import org.parley.Topic;
import org.parley.Verdict;
import org.parley.explain.AdviceAnswer;
import org.parley.explain.Dossier;
import org.parley.explain.FinalDecisions;
import org.parley.explain.PathToPosture;
import org.parley.explain.Redaction;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.game.GameReport;
import org.parley.report.game.PhaseDiagram;
import org.parley.report.words.Wording;

/** Tells an advice: on page one what it comes to and why, then what one can argue with. */
public final class AdviceReport {
  private static final String RISKS = FinalDecisions.TOPIC_KEYS.get("risks");

  /** What is said of a runner-up that nothing speaks for. */
  static final String NO_ARGUMENT = "The tables find nothing that speaks for it here.";

  private static final String WAITING = FinalDecisions.TOPIC_KEYS.get("costOfWaiting");

  /** The topics that stand on page one. */
  private static final Set<String> FRONT = Set.of(RISKS, WAITING);

  private static final int LONGEST_SUMMARY = 160;
  private static final int FEW_ARGUMENTS = 2;
  private static final int FEW_REASONS = 2;
  private static final int FEW_FINDINGS = 1;

  /** Findings that a short report only counts. */
  private static final Set<String> COUNTED =
      Set.of("coded and derived differ", "later events", "contradicting facts");

  private static final String APPENDICES =
      "What follows is folded: facts, events, the trace, the tables and the sources. On paper stands"
          + " only what is open on the page when it is printed; the page itself and --detail trace"
          + " have all of it.";

  private static final int FEW_CHANGES = 1;
  private static final int FEW_QUESTIONS = 2;

  private final Advice advice;
  private final Detail detail;
  private final Document document;

  private AdviceReport(Advice advice, Detail detail) {
    this.advice = advice;
    this.detail = detail;
    this.document = Wording.about(advice);
  }

  /** An advice in short. */
  public static Report of(Advice advice) {
    return new Report(
        () -> new AdviceReport(advice, Detail.SHORT).write(null), () -> AdviceAnswer.of(advice));
  }

  /**
   * An advice with what can be argued about.
   *
   * @param detail how much of it
   */
  public static Report of(Dossier dossier, Detail detail) {
    Advice advice = dossier.advice();
    return new Report(
        () -> new AdviceReport(advice, detail).write(dossier),
        () -> AdviceAnswer.of(dossier.briefing()));
  }

  private Document write(Dossier dossier) {
    front();
    PathToPosture path = PathToPosture.of(advice.trace());
    if (isShort()) {
      turning();
    } else {
      if (detail == Detail.TRACE) {
        document.add(WayDrawing.of(advice, path));
      }
      topics();
      advice
          .secondOpinion()
          .ifPresent(o -> document.section("A second opinion", opinion(o, dossier)));
    }
    advice
        .precedents()
        .ifPresent(
            p ->
                document.section(
                    PrecedentsReport.TITLE,
                    isShort()
                        ? PrecedentsReport.briefly(advice, p)
                        : PrecedentsReport.whole(advice, p)));
    if (!isShort()) {
      input();
      argued(dossier.briefing());
    }
    if (detail == Detail.TRACE) {
      appendices(dossier, path);
    }
    advice.footer().forEach(said -> document.foot(Words.of(said)));
    if (isShort()) {
      document.foot(Words.dim(leftOut()));
    }
    return document.foot(
        Words.dim("knowledge " + advice.knowledge().shortVersion())
            .listed(Words.dim(advice.knowledge().engine())));
  }

  private boolean isShort() {
    return detail == Detail.SHORT;
  }

  /** What could turn the advice, in few lines. */
  private void turning() {
    List<Block.Item> items = new ArrayList<>();
    advice.findings().stream()
        .filter(f -> !COUNTED.contains(f.kind()) && !f.message().equals(Redaction.NOTICE))
        .limit(FEW_FINDINGS)
        .map(f -> new Block.Item(Words.about(f.kind(), f.message())))
        .forEach(items::add);
    advice
        .secondOpinion()
        .map(o -> new Block.Item(Words.about("second opinion", verdict(o))))
        .ifPresent(items::add);
    ChangesReport.first(advice.changes(1), FEW_CHANGES).stream()
        .map(change -> new Block.Item(Words.about("would change it", change)))
        .forEach(items::add);
    // of a leaning this is said first of all
    List<String> learn =
        advice.favoured()
            ? advice.openQuestions().firstFacts().stream().limit(FEW_QUESTIONS).toList()
            : List.of();
    if (!learn.isEmpty()) {
      items.add(new Block.Item(Words.about("learn first", String.join(", ", learn))));
    }
    if (!items.isEmpty()) {
      document.section("What could turn it", items(items));
    }
  }

  static String verdict(SecondOpinion opinion) {
    String manner =
        opinion.agrees() && opinion.reasonable().size() > 1
            ? "leaves it open"
            : opinion.agrees()
                ? "agrees"
                : opinion.speaks() ? "does not agree" : "knows no mediator";
    return "the game, a reconstruction, %s; reasonable: %s (region %s)."
        .formatted(manner, GameReport.courses(opinion.reasonable()), opinion.region());
  }

  /** How much a short report leaves out. */
  private String leftOut() {
    List<String> parts = new ArrayList<>();
    int sentences = advice.more().stream().mapToInt(t -> t.sentences().size()).sum();
    if (sentences > 0) {
      parts.add(Figures.count(sentences, "lighter sentence"));
    }
    if (!advice.findings().isEmpty()) {
      parts.add(Figures.count(advice.findings().size(), "finding"));
    }
    if (!advice.unknown().isEmpty()) {
      parts.add(Figures.count(advice.unknown().size(), "unknown fact"));
    }
    parts.add("all sources");
    return "--detail full: " + String.join(", ", parts) + ".";
  }

  private static List<Block> opinion(SecondOpinion opinion, Dossier dossier) {
    List<Block> blocks = new ArrayList<>(List.of(list(sentences(opinion))));
    if (dossier != null) {
      dossier
          .game()
          .ifPresent(
              g ->
                  blocks.add(
                      new Block.PageOnly(
                          List.of(
                              Document.folded(
                                  Words.plain("The case among the regions of the game"),
                                  List.of(new Block.Picture(PhaseDiagram.of(g), false)))))));
    }
    return blocks;
  }

  private static List<String> sentences(SecondOpinion opinion) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The posture game %s: it finds %s reasonable."
            .formatted(
                opinion.agrees()
                    ? "agrees"
                    : opinion.speaks() ? "does not agree" : "knows no mediator",
                GameReport.courses(opinion.reasonable())));
    sentences.add(
        "Region %s, %s: %s".formatted(opinion.region(), opinion.label(), opinion.meaning()));
    opinion.partsOn().map(AdviceReport::parting).ifPresent(sentences::add);
    sentences.add(
        "The game is %s; it asks only whether an open door is safe."
            .formatted(SecondOpinion.LABEL));
    return sentences;
  }

  private static String parting(SecondOpinion.Parting parting) {
    String facts =
        parting.facts().entrySet().stream()
            .map(f -> ", %s = %s".formatted(f.getKey(), f.getValue()))
            .collect(Collectors.joining())
            .replaceFirst("^, ", "; ");
    return "They part on the %s (%s = %s%s): they would agree from %s %s."
        .formatted(
            parting.meaning(),
            parting.parameter(),
            Figures.shown(parting.value()),
            facts,
            Figures.shown(parting.turn()),
            parting.above() ? "up" : "down");
  }

  private void front() {
    if (!Wording.isBlank(advice.subject().summary())) {
      String summary = advice.subject().summary();
      document.front(paragraph(isShort() ? Wording.beginning(summary, LONGEST_SUMMARY) : summary));
    }
    Wording.redacted(advice).ifPresent(document::front);
    document.front(recommendation());
    List<Block> left = new ArrayList<>();
    if (!advice.reasons().isEmpty()) {
      left.add(
          section(
              Words.plain("Why"),
              items(
                  advice.reasons().stream()
                      .limit(isShort() ? FEW_REASONS : Integer.MAX_VALUE)
                      .toList(),
                  this::row)));
    }
    if (!isShort()) {
      left.add(section(Words.plain("The four options"), options()));
    }
    List<Block> right = new ArrayList<>();
    right.add(runnerUp());
    if (isShort()) {
      dangers().ifPresent(right::add);
    } else {
      if (!advice.warnings().isEmpty()) {
        right.add(section(Words.plain("Warnings"), said(Block.Order.WARNING, advice.warnings())));
      }
      advice.topics().stream()
          .filter(t -> FRONT.contains(t.name()))
          .forEach(t -> (t.name().equals(RISKS) ? right : left).add(topic(t)));
    }
    Block.Columns reasons = new Block.Columns(left, right);
    if (isShort()) {
      document.front(reasons);
      steps();
    } else {
      steps();
      document.front(reasons);
    }
  }

  private void steps() {
    if (!advice.steps().isEmpty()) {
      String title = advice.favoured() ? "Steps" : "Steps, should the leaning hold";
      document.front(section(Words.plain(title), said(Block.Order.NUMBERED, advice.steps())));
    }
  }

  /** Warnings and risks in one list. */
  private Optional<Block> dangers() {
    List<Said> warnings = new ArrayList<>(advice.warnings());
    if (isClosed()) {
      // what civilians pay is never left out beside a closed posture
      advice.topic(WAITING).stream().limit(1).forEach(cost -> warnings.add(0, cost));
    }
    List<Said> risks = advice.topic(RISKS);
    if (warnings.isEmpty() && risks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        section(
            Words.plain("Warnings and risks"),
            said(Block.Order.WARNING, warnings),
            said(Block.Order.NONE, risks)));
  }

  private Block.Result recommendation() {
    List<Block.Field> fields = new ArrayList<>();
    if (!isShort() || !advice.combinedWith().isEmpty()) {
      fields.add(
          field(
              "Combined with",
              advice.combinedWith().isEmpty()
                  ? "nothing"
                  : String.join(", ", advice.combinedWith())));
    }
    fields.add(field("Unofficial track", advice.unofficialTrack().label()));
    if (isShort()) {
      fields.add(field("The others", others()));
    }
    fields.add(new Block.Field("Confidence", confidence()));
    if (!Wording.review(advice).isEmpty()) {
      fields.add(field("Look again", Wording.review(advice)));
    }
    return Wording.result(advice, advice.posture().label(), fields);
  }

  private String others() {
    return advice.verdicts().stream()
        .filter(v -> v.option() != advice.posture())
        .map(v -> v.option() + " " + v.level())
        .collect(Collectors.joining(", "));
  }

  private List<Words> confidence() {
    String level = advice.confidence().level().label();
    List<String> reasons = advice.confidence().reasons().stream().map(Advice.Reason::text).toList();
    return isShort()
        // how far the next best stands behind is told beside it
        ? List.of(
            Words.plain(level + ": ")
                .then(Tone.DIM, inOneSentence(reasons.subList(0, Math.max(1, reasons.size() - 1)))))
        : Stream.concat(Stream.of(Words.plain(level)), reasons.stream().map(Words::dim)).toList();
  }

  private static String inOneSentence(List<String> reasons) {
    return reasons.stream()
        .map(r -> r.endsWith(".") ? r.substring(0, r.length() - 1) : r)
        .collect(Collectors.joining("; "));
  }

  private boolean isClosed() {
    return advice.posture() == Posture.CLOSED_POSTURE;
  }

  private Block.Item row(FiredRow row) {
    return isShort()
        ? new Block.Item(Words.plain(Wording.plainly(row.why())).thenRow(row.id()))
        : full(row);
  }

  private static Block.Item full(FiredRow row) {
    return new Block.Item(row.why()).note(Words.row(row.id()).listed(Words.dim(row.source())));
  }

  private Block.Table options() {
    return table(
        "The four options",
        List.of(
            new Block.Column("Option"), Block.Column.clear("Verdict"), Block.Column.clear("Why")),
        advice.verdicts(),
        this::option);
  }

  private Block.Line option(Verdict verdict) {
    Tone tone =
        switch (verdict.level()) {
          case RECOMMENDED -> Tone.GOOD;
          case VIABLE -> Tone.FAIR;
          case WEAK -> Tone.POOR;
          case BLOCKED -> Tone.BAD;
        };
    List<Words> why = new ArrayList<>();
    for (FiredRow row : verdict.rows()) {
      // what stands under "Why" already is not said twice
      if (advice.reasons().contains(row)) {
        why.add(Words.dim("see above:").thenRow(row.id()));
      } else {
        why.add(Words.plain(row.why()));
        why.add(Words.row(row.id()).listed(Words.dim(row.source())));
      }
    }
    return new Block.Line(
        Tone.PLAIN,
        List.of(
            new Block.Cell(
                tone, List.of(Words.plain(Sign.of(verdict.level()) + " " + verdict.option()))),
            new Block.Cell(tone, List.of(Words.plain(verdict.level().label()))),
            new Block.Cell(why)));
  }

  private Block runnerUp() {
    Verdict second = advice.runnerUp().verdict();
    List<Said> arguments = advice.runnerUp().arguments();
    List<Block> body = new ArrayList<>();
    if (isLevel(advice, second)) {
      body.add(paragraph(level(advice, second)));
    }
    if (arguments.isEmpty()) {
      body.add(paragraph(NO_ARGUMENT));
    } else {
      int few = isLevel(advice, second) ? 1 : FEW_ARGUMENTS;
      body.add(
          said(Block.Order.NONE, isShort() ? arguments.stream().limit(few).toList() : arguments));
    }
    return section(
        Words.plain("The best case for %s (%s)".formatted(second.option(), second.level())), body);
  }

  /** Equal verdicts are level; of two that are weak or blocked neither is a way. */
  static boolean isLevel(Advice advice, Verdict other) {
    Verdict own = advice.verdict(advice.posture());
    return other.level() == own.level() && other.level().compareTo(Verdict.Level.VIABLE) <= 0;
  }

  /** That options stand level, and by which row of the tables one of them is named first. */
  static String level(Advice advice, Verdict second) {
    String others =
        advice.verdicts().stream()
            .filter(v -> v.option() != advice.posture() && v.option() != second.option())
            .filter(v -> isLevel(advice, v))
            .map(v -> ", and so does " + v.option())
            .collect(Collectors.joining());
    String order =
        advice.trace(FinalDecisions.POSTURE).stream()
            .flatMap(d -> d.rows().stream())
            .filter(FiredRow::decided)
            .map(row -> Wording.plainly(row.why()))
            .findFirst()
            .orElse("the order of the tables.");
    return "It stands level with %s%s. What decides: %s".formatted(advice.posture(), others, order);
  }

  private static Block.Items said(Block.Order order, List<Said> sentences) {
    return new Block.Items(
        order, sentences.stream().map(s -> new Block.Item(Words.of(s))).toList());
  }

  private static Block topic(Topic topic) {
    return section(Words.plain(topic.title()), said(Block.Order.NONE, topic.sentences()));
  }

  private void topics() {
    List<Block> topics =
        advice.topics().stream()
            .filter(t -> !FRONT.contains(t.name()))
            .map(AdviceReport::topic)
            .collect(Collectors.toCollection(ArrayList::new));
    advice.more().stream()
        .map(t -> new Topic(t.name(), t.title() + ", further", t.sentences()))
        .map(AdviceReport::topic)
        .forEach(topics::add);
    if (!topics.isEmpty()) {
      int half = (topics.size() + 1) / 2;
      document.section(
          "What goes with it",
          new Block.Columns(topics.subList(0, half), topics.subList(half, topics.size())));
    }
  }

  private void input() {
    if (!advice.findings().isEmpty()) {
      document.section(
          "Findings on the input",
          items(
              advice.findings().stream()
                  .map(f -> new Block.Item(Words.about(f.kind(), f.message())))
                  .toList()));
    }
    int unknown = advice.unknown().size();
    if (unknown > 0) {
      document.section(
          "What is not known (%s)".formatted(Figures.count(unknown, "fact")),
          paragraph(String.join(", ", advice.unknown())));
    }
  }

  private void argued(Briefing briefing) {
    document.section(
        "Why not the others",
        briefing.whyNot().stream().map(w -> WhyNotReport.briefly(advice, w)).toList());
    document.section(
        "What would change the advice", ChangesReport.briefly(advice, briefing.changes()));
    document.section("Open questions", OpenQuestionsReport.blocks(briefing.questions()));
    if (briefing.similar().among() > 0) {
      document.section("Similar cases", SimilarReport.blocks(briefing.similar()));
    }
  }

  /** What can be looked up; a page folds it, and paper does without it. */
  private void appendices(Dossier dossier, PathToPosture path) {
    document.add(new Block.PageOnly(List.of(note(APPENDICES))));
    document.folded("Facts", facts(dossier.vocabulary(), path));
    if (!advice.subject().events().isEmpty()) {
      document.folded("Events", List.of(EventLine.of(advice.subject())));
    }
    document.folded("How the tables came to it", List.of(TraceItems.of(advice)));
    document.add(UsedTables.of(dossier, path));
    if (!advice.subject().sources().isEmpty()) {
      document.folded("Sources", List.of(list(advice.subject().sources())));
    }
  }

  private List<Block> facts(Vocabulary vocabulary, PathToPosture path) {
    Map<String, List<Block.Line>> groups = new LinkedHashMap<>();
    for (Fact fact : advice.facts()) {
      String group = vocabulary.fact(fact.name()).map(FactType::group).orElse("other");
      groups
          .computeIfAbsent(group, g -> new ArrayList<>(List.of(new Block.Line(Words.strong(g)))))
          .add(fact(fact, path));
    }
    return List.of(
        note("A dot marks the facts that the posture rests on."),
        new Block.Table(
            "Facts with where they come from",
            Block.Column.all("Fact", "Value", "Origin", "Why", "Source"),
            groups.values().stream().flatMap(List::stream).toList()));
  }

  private static Block.Line fact(Fact fact, PathToPosture path) {
    return new Block.Line(
        path.holds(fact.name())
            ? Words.strong(Sign.RECOMMENDED + " " + fact.name())
            : Words.plain(fact.name()),
        Words.plain(fact.value()),
        Wording.provenance(fact),
        Words.plain(fact.why()),
        Words.plain(fact.source()));
  }
}
