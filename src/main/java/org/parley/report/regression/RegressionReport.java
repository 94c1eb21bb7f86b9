package org.parley.report.regression;

import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Problem;
import org.parley.regress.DerivedOnly;
import org.parley.regress.PinUpdate;
import org.parley.regress.PrecedentScores;
import org.parley.regress.Regression.BriefResult;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Baseline;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.regress.RegressionResult.DecidingFact;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Expected;
import org.parley.regress.RegressionResult.Gap;
import org.parley.regress.RegressionResult.Interval;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.NoAdvice;
import org.parley.regress.RegressionResult.Observed;
import org.parley.regress.RegressionResult.Ran;
import org.parley.regress.RegressionResult.Stance;
import org.parley.regress.RegressionResult.Tally;
import org.parley.regress.Stability;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Junit;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells what a regression found. */
public final class RegressionReport {
  /** Why a case is not tested. */
  public static final String NOT_PINNED = "not pinned: the case file has no 'expected'";

  private RegressionReport() {}

  /** The whole result. */
  public static Report of(RegressionResult result) {
    return new Report(() -> document(result), () -> result);
  }

  /** What matters while tables are edited: the cases that come out otherwise, and a tally. */
  public static Document brief(BriefResult result) {
    Document document = pinned(result.expected(), result.noAdvice());
    Tally all = result.observed();
    return all.compared() == 0
        ? document
        : document.foot(
            Words.dim(
                "Beside what history shows: %s, a learner %d, the largest class %d. %s"
                    .formatted(
                        count(all),
                        result.learner(),
                        result.largestClass(),
                        RegressionResult.CAUTION)));
  }

  /**
   * The result as JUnit XML: a suite for each conflict, a test for each case. What history shows
   * has no place there, since it is no test.
   */
  public static String junit(RegressionResult result) {
    Map<String, List<Junit.Test>> suites = new LinkedHashMap<>();
    for (Ran ran : result.ran()) {
      String conflict = ran.conflict().isEmpty() ? "no conflict" : ran.conflict();
      suites.computeIfAbsent(conflict, c -> new ArrayList<>()).add(test(conflict, ran, result));
    }
    return Junit.write(
        "parley regress",
        suites.entrySet().stream().map(e -> new Junit.Suite(e.getKey(), e.getValue())).toList());
  }

  private static Junit.Test test(String conflict, Ran ran, RegressionResult result) {
    if (ran.actual() == null) {
      return Junit.Test.failed(
          conflict,
          ran.subject(),
          new Junit.Failure(
              "no advice",
              "the tables give no advice",
              ran.gaps().stream().map(Gap::describe).collect(Collectors.joining("\n"))));
    }
    if (!ran.pinned()) {
      return Junit.Test.skipped(conflict, ran.subject(), NOT_PINNED);
    }
    return result.expected().differ().stream()
        .filter(m -> m.subject().equals(ran.subject()) && m.actual().equals(ran.actual()))
        .findFirst()
        .map(m -> Junit.Test.failed(conflict, ran.subject(), failure(m)))
        .orElseGet(() -> Junit.Test.passed(conflict, ran.subject()));
  }

  /** Knowledge or cases that cannot be used, as JUnit XML: one test, which fails. */
  public static String junit(List<Problem> problems) {
    String all = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    Junit.Failure failure = new Junit.Failure("cannot be used", problems.get(0).toString(), all);
    Junit.Test test =
        Junit.Test.failed(
            "knowledge base", "the knowledge base and its cases can be used", failure);
    return Junit.write("parley regress", List.of(new Junit.Suite("knowledge base", List.of(test))));
  }

  private static Junit.Failure failure(Mismatch mismatch) {
    return new Junit.Failure(
        "mismatch",
        "expected %s, actual %s"
            .formatted(mismatch.expected().describe(), mismatch.actual().describe()),
        details(mismatch));
  }

  /** A case that did not come out as pinned, with the rows that decided, in some lines. */
  public static String details(Mismatch mismatch) {
    return Stream.concat(
            Stream.of(
                "expected: " + mismatch.expected().describe(),
                "actual: " + mismatch.actual().describe()),
            mismatch.rows().stream()
                .map(r -> "decided by: %s (%s) %s".formatted(r.id(), r.table(), r.why())))
        .collect(Collectors.joining("\n"));
  }

  /** What approving the present tables changes in case files. */
  public static Report of(RegressionResult result, PinUpdate update) {
    return new Report(() -> update(result, update), () -> new Updated(result, update));
  }

  /**
   * A result with what approving it changes.
   *
   * @param result the result
   * @param update the changes
   */
  public record Updated(
      @JsonUnwrapped RegressionResult result,
      @JsonInclude(JsonInclude.Include.NON_NULL) PinUpdate update) {}

  private static Document document(RegressionResult result) {
    Document document = pinned(result.expected(), result.noAdvice());
    if (result.observed().compared() > 0) {
      history(document, result.observed());
    }
    if (result.stability() != null && result.stability().of() > 0) {
      stability(document, result.stability());
    }
    if (result.derivedOnly() != null) {
      derived(document, result.derivedOnly());
    }
    if (result.date() != null) {
      document.foot(Words.dim("run of " + result.date()));
    }
    if (result.knowledge() != null) {
      document.foot(
          Words.dim("knowledge " + result.knowledge().version())
              .listed(Words.dim(result.knowledge().engine())));
    }
    return document;
  }

  private static Document pinned(Expected expected, List<NoAdvice> noAdvice) {
    int differ = expected.differ().size();
    Document document = new Document("Regression");
    if (!noAdvice.isEmpty()) {
      document.front(
          answer(
              Tone.BAD,
              "The tables give no advice on %s."
                  .formatted(Figures.count(noAdvice.size(), "case"))));
    }
    document.front(
        answer(differ == 0 ? Tone.GOOD : Tone.BAD, verdict(expected.agree() + differ, differ)));
    if (!expected.unpinned().isEmpty()) {
      document.front(note("Not pinned: " + String.join(", ", expected.unpinned()) + "."));
    }
    withoutAdvice(document, noAdvice);
    if (differ > 0) {
      document.section(
          "Cases that come out otherwise",
          table(
              "Cases that come out otherwise",
              Block.Column.all("Case", "Expected", "Actual", "Decided by", "On these facts"),
              expected.differ(),
              RegressionReport::line));
    }
    return document;
  }

  private static void withoutAdvice(Document document, List<NoAdvice> noAdvice) {
    if (!noAdvice.isEmpty()) {
      document.section(
          "Cases without advice",
          table(
              "Cases without advice",
              Block.Column.all("Case", "What the tables lack"),
              noAdvice,
              RegressionReport::line));
    }
  }

  private static Block.Line line(NoAdvice without) {
    return new Block.Line(
        Tone.PLAIN,
        List.of(
            new Block.Cell(Words.plain(without.subject())),
            new Block.Cell(without.gaps().stream().map(RegressionReport::gap).toList())));
  }

  private static Words gap(Gap gap) {
    String place = gap.line() > 0 ? gap.file() + ":" + gap.line() : gap.file();
    return place.isEmpty()
        ? Words.of(Tone.BAD, gap.describe())
        : Words.of(Tone.BAD, gap.describe()).then(Tone.DIM, "(" + place + ")");
  }

  private static Block.Line line(Mismatch mismatch) {
    return new Block.Line(
        Tone.PLAIN,
        List.of(
            new Block.Cell(Words.plain(mismatch.subject())),
            new Block.Cell(Words.plain(mismatch.expected().describe())),
            new Block.Cell(Words.of(Tone.BAD, mismatch.actual().describe())),
            new Block.Cell(decided(mismatch.rows())),
            new Block.Cell(mismatch.decidedBy().stream().map(RegressionReport::decided).toList())));
  }

  private static Words decided(DecidingFact fact) {
    return Words.plain(fact.fact())
        .and(Tone.PLAIN, ":")
        .then(Tone.PLAIN, Wording.known(fact.value()))
        .then(Tone.DIM, fact.origin() == null ? "" : "(" + fact.origin() + ")");
  }

  private static List<Words> decided(List<DecidingRow> rows) {
    return rows.stream()
        .map(r -> Words.row(r.id()).then(Tone.DIM, "(" + r.table() + ")").then(Tone.PLAIN, r.why()))
        .toList();
  }

  private static String verdict(int pinned, int differ) {
    if (pinned == 0) {
      return "No case is pinned.";
    }
    if (differ > 0) {
      return "%d of %d pinned cases %s out otherwise."
          .formatted(differ, pinned, differ == 1 ? "comes" : "come");
    }
    return pinned == 1
        ? "The pinned case comes out as pinned."
        : "All %d pinned cases come out as pinned.".formatted(pinned);
  }

  private static void history(Document document, Observed observed) {
    List<Block.Line> lines = new ArrayList<>();
    lines.add(tally("agree", observed.all()));
    lines.add(tally("close facts hidden", observed.allWithoutCloseFacts()));
    int compared = observed.compared();
    Baseline learners = observed.baselines();
    lines.add(new Block.Line(Words.dim("for comparison, learners that know nothing of the field")));
    lines.add(tally("always the largest class", new Tally(compared, learners.largestClass())));
    lines.add(tally("naive Bayes, each case left out", new Tally(compared, learners.naiveBayes())));
    lines.add(
        tally(
            "naive Bayes, each conflict left out",
            new Tally(compared, learners.naiveBayesByConflict())));
    lines.add(new Block.Line(Words.dim("by observed posture")));
    observed.byPosture().forEach((name, tally) -> lines.add(tally(name, tally)));
    if (!observed.byUnofficialTrack().isEmpty()) {
      lines.add(new Block.Line(Words.dim("by observed unofficial track")));
      observed.byUnofficialTrack().forEach((name, tally) -> lines.add(tally(name, tally)));
    }
    document.section(
        "Beside what history shows",
        note(RegressionResult.CAUTION),
        new Block.Table(
            "Agreement with what was observed",
            Block.Column.figures(new Block.Column(""), "Count", "Share", "95% interval"),
            lines),
        note("Method: " + Interval.METHOD + "."));
    if (observed.scores() != null) {
      scores(document, observed.scores());
    }
    if (observed.confusion().total() > 0) {
      document.section(
          "Observed postures (down) and advised ones (across)", confusion(observed.confusion()));
    }
    if (!observed.differ().isEmpty()) {
      document.section(
          "Where they differ",
          table(
              "Where history and tables differ",
              Block.Column.all("Case", "History", "Tables", "Because"),
              observed.differ(),
              d ->
                  Block.Line.of(
                      d.subject(),
                      d.observed().describe(),
                      Wording.marked(d.advised().describe(), d.favoured()),
                      d.because())));
      if (!observed.differ().stream().allMatch(Difference::favoured)) {
        document.add(note(Wording.LEANING));
      }
    }
  }

  private static void scores(Document document, PrecedentScores scores) {
    Tally right = scores.right();
    document.section(
        "How well the precedents tell what was done",
        paragraph(
            "The greatest share stood on what was done in %s (%s), each conflict left out."
                .formatted(count(right), range(right.interval()))),
        new Block.Table(
            "Scores of the precedents and of the base rates, means over the cases",
            Block.Column.figures(
                new Block.Column("Mean score"), "Precedents", "Base rates", "Difference"),
            List.of(
                scores(
                    "Brier (less is better)",
                    scores.brier(),
                    scores.brierOfRates(),
                    scores.brierDifference()),
                scores(
                    "log (more is better)",
                    scores.logScore(),
                    scores.logScoreOfRates(),
                    scores.logScoreDifference()))),
        note("Method: " + PrecedentScores.METHOD + "."));
  }

  private static Block.Line scores(String name, PrecedentScores.Score... scores) {
    return Block.Line.of(
        Stream.concat(Stream.of(name), Stream.of(scores).map(RegressionReport::score)).toArray());
  }

  private static String score(PrecedentScores.Score score) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        score.mean(),
        score.interval95().low(),
        score.interval95().high());
  }

  private static Block.Line tally(String name, Tally tally) {
    return Block.Line.of(
        name,
        count(tally),
        tally.compared() == 0 ? "" : "%.0f%%".formatted(100.0 * tally.agree() / tally.compared()),
        range(tally));
  }

  private static String count(Tally tally) {
    return "%d of %d".formatted(tally.agree(), tally.compared());
  }

  /** Between which shares the true rate may lie. */
  private static String range(Tally tally) {
    return tally.compared() == 0 ? "-" : range(tally.interval());
  }

  private static String range(Interval interval) {
    return "%.0f to %.0f%%".formatted(100 * interval.low(), 100 * interval.high());
  }

  private static Block.Table confusion(Confusion confusion) {
    List<String> postures = Confusion.postures();
    List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("Observed")));
    // the row of the same posture has the whole name
    postures.forEach(p -> columns.add(Block.Column.figures(p.replaceFirst("[ -].*", ""))));
    columns.addAll(List.of(Block.Column.figures("Same"), Block.Column.figures("95% interval")));
    List<Block.Line> lines = new ArrayList<>();
    for (int i = 0; i < postures.size(); i++) {
      List<Block.Cell> cells =
          new ArrayList<>(List.of(new Block.Cell(Words.plain(postures.get(i)))));
      for (int j = 0; j < postures.size(); j++) {
        String count = String.valueOf(confusion.counts().get(i).get(j));
        cells.add(new Block.Cell(i == j ? Words.strong(count) : Words.plain(count)));
      }
      Tally tally = confusion.tally(i);
      cells.add(new Block.Cell(Words.plain(count(tally))));
      cells.add(new Block.Cell(Words.plain(range(tally))));
      lines.add(new Block.Line(Tone.PLAIN, cells));
    }
    return new Block.Table("Rows: observed. Columns: advised.", columns, lines);
  }

  private static void stability(Document document, Stability stability) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "%d of %d cases (%s) turn to another posture when some one known fact is forgotten: its"
                    .formatted(
                        stability.turned(), stability.of(), range(stability.intervals95().turned()))
                + " coded value is taken away, and one derived from events takes its place."));
    if (!stability.facts().isEmpty()) {
      blocks.add(paragraph("Cases turned by each fact: %s.".formatted(turning(stability.facts()))));
    }
    if (stability.compared() > 0) {
      blocks.add(note(stability.caution()));
      blocks.add(
          new Block.Table(
              "Agreement with observed postures",
              Block.Column.figures(
                  new Block.Column("Agreement"),
                  "All facts",
                  "95% interval",
                  "Forgetting " + Figures.share(stability.chance()),
                  "95% interval"),
              List.of(
                  robust(
                      "tables",
                      new Tally(stability.compared(), stability.agree()),
                      stability.robustAgreement(),
                      stability.intervals95().robustAgreement()),
                  robust(
                      "naive Bayes, each conflict left out",
                      new Tally(stability.compared(), stability.learnerAgree()),
                      stability.learnerRobustAgreement(),
                      stability.intervals95().learnerRobustAgreement()),
                  robust(
                      "always the largest class",
                      new Tally(stability.compared(), stability.largestClass()),
                      stability.largestClass(),
                      stability.intervals95().largestClass()))));
      blocks.add(
          note(
              "On the right is the mean over %d draws in which each known fact is forgotten with a chance of %s."
                  .formatted(stability.draws(), Figures.share(stability.chance()))));
    }
    document.section("When facts are forgotten", blocks);
    doubt(document, stability);
  }

  private static Block.Line robust(String name, Tally all, double drawn, Interval ofDrawn) {
    return Block.Line.of(name, count(all), range(all), "%.1f".formatted(drawn), range(ofDrawn));
  }

  private static String turning(List<Stability.Turning> facts) {
    return facts.stream().map(f -> f.fact() + " " + f.turned()).collect(Collectors.joining(", "));
  }

  private static void doubt(Document document, Stability stability) {
    Stability.Doubt doubt = stability.doubt();
    if (doubt.cases() == 0) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            ("%d of %d cases with facts held with low confidence (%s) turn to another posture when"
                    + " some one of these facts has another value; on average a case keeps its"
                    + " posture with %s of the values.")
                .formatted(
                    doubt.turned(),
                    doubt.cases(),
                    range(stability.intervals95().doubted()),
                    Figures.share(doubt.share()))));
    if (!doubt.facts().isEmpty()) {
      blocks.add(paragraph("Cases turned by each fact: %s.".formatted(turning(doubt.facts()))));
      blocks.add(
          table(
              "Cases that a fact held with low confidence turns",
              List.of(
                  new Block.Column("Case"),
                  Block.Column.figures("Posture stands"),
                  new Block.Column("Turned by")),
              doubt.turning(),
              d ->
                  Block.Line.of(
                      d.subject(),
                      "with %d of %d values".formatted(d.stands(), d.values()),
                      String.join(", ", d.facts()))));
    }
    document.section("When facts held with low confidence are doubted", blocks);
  }

  private static void derived(Document document, DerivedOnly run) {
    document.section(
        "On events alone",
        paragraph(
            "%d of %d cases with events keep their recommendation without the coded facts that a"
                    .formatted(run.recommendations().agree(), run.recommendations().compared())
                + " rule could derive."),
        note(run.caution()),
        table(
            "Facts that a rule could derive, in cases with events",
            List.of(
                new Block.Column("Fact"),
                Block.Column.figures("Coded"),
                Block.Column.figures("Derived"),
                Block.Column.figures("Equal"),
                new Block.Column("Where they differ")),
            run.facts(),
            f ->
                Block.Line.of(
                    f.name(),
                    f.coded(),
                    f.derived(),
                    f.equal(),
                    f.differ().stream()
                        .map(DerivedOnly.Difference::subject)
                        .collect(Collectors.joining(", ")))));
  }

  private static Document update(RegressionResult result, PinUpdate update) {
    int files = update.changes().size();
    String subject = Figures.count(files, "case file");
    Document document =
        new Document("Expected results")
            .front(
                answer(
                    Tone.STRONG,
                    files == 0
                        ? "Every case already expects what it comes out as; no file changes."
                        : update.written()
                            ? "'expected' was rewritten in %s.".formatted(subject)
                            : "'expected' would be rewritten in %s; nothing was written."
                                .formatted(subject)));
    withoutAdvice(document, result.noAdvice());
    for (PinUpdate.Change change : update.changes()) {
      List<Words> rows = decided(change.rows());
      Stance before = change.before();
      List<Block.Field> fields =
          new ArrayList<>(
              List.of(
                  field("file", change.file().toString()),
                  new Block.Field(
                      "expected",
                      Words.NONE.turned(
                          before == null ? "nothing" : before.describe(),
                          change.after().describe()))));
      if (!rows.isEmpty()) {
        fields.add(new Block.Field("decided by", rows));
      }
      document.section(change.subject(), new Block.Fields(fields));
    }
    return document;
  }
}
