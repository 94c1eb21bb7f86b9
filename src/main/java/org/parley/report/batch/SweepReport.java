package org.parley.report.batch;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.batch.SweepResult;
import org.parley.batch.SweepResult.Interaction;
import org.parley.batch.SweepResult.PostureShare;
import org.parley.batch.SweepResult.SweptEffect;
import org.parley.batch.SweepResult.Tipping;
import org.parley.batch.SweepResult.ValueShares;
import org.parley.regress.RegressionResult.Interval;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Cell;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.json.AboutCase;
import org.parley.report.words.Wording;

/** Tells what the tables favour in many variations of a case; it recommends none of them. */
public final class SweepReport {
  /** How many facts and interactions are told where not all are asked for. */
  public static final int FEW = 10;

  // what would be rounded away
  private static final double LEAST = 0.0005;
  private static final double NOTHING = 1e-9;
  private static final String OWN = " (the case)";

  private final Advice advice;
  private final SweepResult result;
  private final int most;

  private SweepReport(Advice advice, SweepResult result, int most) {
    this.advice = advice;
    this.result = result;
    this.most = most;
  }

  /**
   * The result of a sweep.
   *
   * @param advice on the case itself
   * @param most how many facts and interactions to tell
   */
  public static Report of(Advice advice, SweepResult result, int most) {
    return new Report(
        () -> new SweepReport(advice, result, most).document(), () -> AboutCase.of(advice, result));
  }

  private Document document() {
    Document document =
        Wording.about(advice)
            .front(
                Wording.result(
                    advice,
                    Wording.stance(advice),
                    List.of(
                        field("Variations", variations()),
                        field("Varied", String.join(", ", first(result.varied()))))),
                note(SweepResult.CAUTION));
    String closed = Wording.closed(advice);
    if (!closed.isEmpty()) {
      document.front(paragraph(closed));
    }
    document.section("What the tables favour in them", shares());
    document.section("The unofficial track beside it", tracks());
    if (result.cells().isEmpty()) {
      document.section("Which facts the posture rests on", effects());
    } else {
      document.section("Both facts together", grid());
      document.section("Which facts the posture rests on", effects());
    }
    document.section("Where the case tips, changed in one fact alone", tipping());
    document.section("Value by value", values());
    return document.add(note(result.method()));
  }

  private List<String> first(List<String> names) {
    return Document.first(names, most, Words::plain).stream().map(Words::text).toList();
  }

  private String variations() {
    String how =
        switch (result.design()) {
          case FULL_GRID -> "the full grid of all known values";
          case RANDOM_SAMPLE -> "a random sample, seed " + result.seed();
          case PAIRWISE -> "a pairwise design: every two values of every two facts occur";
        };
    return result.variations() + ", " + how;
  }

  private List<Block> shares() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Bars(
            "Share of the variations with each posture",
            result.postures().stream()
                .map(p -> bar(p.posture(), p.count(), p.share(), p.interval95()))
                .toList()));
    if (result.unanswered() > 0) {
      blocks.add(
          paragraph(
              "In %s the tables leave the posture without an answer."
                  .formatted(Figures.count(result.unanswered(), "variation"))));
    }
    return blocks;
  }

  private Block.Bar bar(Labelled option, long count, double share, Interval interval) {
    String range =
        interval == null
            ? ""
            : ", 95%% interval %s to %s"
                .formatted(percent(interval.low()), percent(interval.high()));
    return new Block.Bar(
        option.label(),
        share,
        Figures.share(share),
        "%d of %d%s".formatted(count, result.variations(), range));
  }

  /** Never all or nothing where it is not quite. */
  static String percent(double share) {
    if (share < LEAST) {
      return share < NOTHING ? "0%" : "under 0.1%";
    }
    if (share > 1 - LEAST) {
      return share > 1 - NOTHING ? "100%" : "over 99.9%";
    }
    return "%.1f%%".formatted(share * 100);
  }

  private List<Block> tracks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Bars(
            "Share of the variations with each unofficial track",
            result.unofficialTracks().stream()
                .filter(t -> t.count() > 0)
                .map(t -> bar(t.unofficialTrack(), t.count(), t.share(), t.interval95()))
                .toList()));
    if (result.leftOut() > 0) {
      blocks.add(
          note(
              "%s not known either and not varied: neither posture nor unofficial track rests on %s."
                  .formatted(
                      result.leftOut() == 1
                          ? "1 further fact is"
                          : result.leftOut() + " further facts are",
                      result.leftOut() == 1 ? "it" : "them")));
    }
    return blocks;
  }

  private List<Block> grid() {
    SweptEffect down = SweepCharts.first(result);
    SweptEffect right = SweepCharts.second(result);
    List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column(down.fact())));
    right.values().forEach(v -> columns.add(new Block.Column(words(v))));
    return List.of(
        table(
            "%s below each other, %s beside each other".formatted(down.fact(), right.fact()),
            columns,
            down.values(),
            v -> line(v, right)),
        new Block.Picture(SweepCharts.of(result), false));
  }

  private Block.Line line(ValueShares down, SweptEffect right) {
    return new Block.Line(
        Stream.concat(
                Stream.of(words(down)),
                right.values().stream().map(v -> SweepCharts.words(result, down, v)))
            .map(Words::plain)
            .toArray(Words[]::new));
  }

  private List<Block> effects() {
    List<Block> blocks = new ArrayList<>();
    if (result.facts().stream().allMatch(f -> f.mainEffect() == 0)
        && result.postures().stream().anyMatch(p -> p.count() == result.variations())) {
      blocks.add(paragraph("All variations have the same posture: there is nothing to explain."));
      return blocks;
    }
    blocks.add(
        table(
            "Main effects: the share of the variance of the posture that a fact explains by itself",
            List.of(
                new Block.Column("Fact"),
                new Block.Column("The case"),
                Block.Column.figures("Main effect"),
                Block.Column.clear("")),
            result.facts().stream().limit(most).toList(),
            f ->
                new Block.Line(
                    Words.plain(f.fact()),
                    Words.plain(ofCase(f)),
                    Words.plain(percent(f.mainEffect())),
                    f.condition()
                        ? Words.dim("a condition to watch for, never a step")
                        : Words.NONE)));
    more(result.facts().size()).ifPresent(blocks::add);
    List<Interaction> together =
        result.interactions().stream().filter(i -> i.effect() > LEAST).toList();
    if (!together.isEmpty()) {
      blocks.add(
          table(
              "Interactions: what two facts explain together, beyond what each does alone",
              List.of(new Block.Column("Facts"), Block.Column.figures("Interaction")),
              together.stream().limit(most).toList(),
              i ->
                  new Block.Line(
                      Words.plain(String.join(" and ", i.facts())),
                      Words.plain(percent(i.effect())))));
      more(together.size()).ifPresent(blocks::add);
    }
    if (result.cells().isEmpty()) {
      blocks.add(new Block.Picture(SweepCharts.of(result), false));
    }
    return blocks;
  }

  private Optional<Block> more(int all) {
    return all > most
        ? Optional.of(note("and %d more; --all tells them.".formatted(all - most)))
        : Optional.empty();
  }

  private static String ofCase(SweptEffect effect) {
    return effect.values().stream()
        .filter(ValueShares::ofCase)
        .map(ValueShares::words)
        .findFirst()
        .orElse("not known");
  }

  private List<Block> tipping() {
    if (result.tipping().isEmpty()) {
      return List.of(
          paragraph("Nowhere: no value of one of these facts alone gives another posture."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Document.some(
            result.tipping(), most == Integer.MAX_VALUE ? most : 2 * most, SweepReport::item));
    return blocks;
  }

  private static Block.Item item(Tipping tipping) {
    return new Block.Item(
        "%s: at %s the posture is %s"
            .formatted(
                tipping.fact(),
                tipping.words(),
                tipping.posture() == null ? "without an answer" : tipping.posture().label()));
  }

  private List<Block> values() {
    List<Block.Column> columns =
        new ArrayList<>(
            List.of(new Block.Column("Fact and value"), Block.Column.figures("Variations")));
    Stream.of(Posture.values()).forEach(p -> columns.add(Block.Column.figures(p.label())));
    List<Block.Line> lines = new ArrayList<>();
    result.facts().stream()
        .limit(most)
        .forEach(
            fact -> {
              lines.add(new Block.Line(Words.plain(fact.fact())));
              fact.values().forEach(v -> lines.add(line(v)));
            });
    return List.of(
        new Block.Table("Share of the variations with each posture, by value", columns, lines));
  }

  private static Block.Line line(ValueShares value) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(Words.plain(words(value))));
    cells.add(new Cell(Words.plain(String.valueOf(value.variations()))));
    value.postures().stream()
        .map(PostureShare::share)
        .forEach(s -> cells.add(new Cell(Words.plain(Figures.share(s)))));
    return new Block.Line(Tone.PLAIN, cells);
  }

  private static String words(ValueShares value) {
    return value.words() + (value.ofCase() ? OWN : "");
  }
}
