package org.parley.report.advice;

import static org.parley.report.document.Document.items;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Precedents;
import org.parley.Precedents.Like;
import org.parley.Precedents.Parting;
import org.parley.Precedents.TrackRecord;
import org.parley.SecondOpinion;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Words;

/** Tells what parties did in like situations. */
final class PrecedentsReport {
  /** What stands above it. */
  static final String TITLE = "Precedents: " + Precedents.LABEL;

  private static final int MOST_NAMED = 3;
  private static final int MOST_TOLD = 5;
  private static final String HOW =
      "A naive Bayes learner with add-one smoothing on the choices that people coded in the cases of"
          + " history; it knows nothing of the field, and the tables know nothing of it. A case"
          + " speaks for a posture by the facts that both know and that are oftener so where that"
          + " was done.";

  private PrecedentsReport() {}

  /** What is said in short of an advice that has some. */
  static List<Block> briefly(Advice advice, Precedents precedents) {
    return told(shares(precedents), voices(advice, precedents, PrecedentsReport::shortly));
  }

  /** What is said where there is room for one line. */
  static String inOneLine(Precedents precedents) {
    return "%s %s%s; no share is a probability of success."
        .formatted(
            shares(precedents),
            Precedents.LABEL.substring(0, 1).toUpperCase(Locale.ROOT),
            Precedents.LABEL.substring(1));
  }

  private static List<Block> told(String... sentences) {
    return List.of(
        Document.list(Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).toList()));
  }

  /** All that is said. */
  static List<Block> whole(Advice advice, Precedents precedents) {
    List<Block> blocks =
        new ArrayList<>(
            told(
                shares(precedents),
                without(precedents),
                voices(advice, precedents, PrecedentsReport::parting),
                like(precedents),
                record(precedents.record())));
    if (!precedents.like().isEmpty()) {
      blocks.add(
          items(precedents.like().stream().limit(MOST_TOLD).toList(), PrecedentsReport::item));
    }
    if (precedents.record().cases() > 0) {
      // it is the same beside every case
      blocks.add(
          Document.folded(
              Words.plain("How far the precedents can be relied on"),
              List.of(
                  scores(precedents.record()),
                  calibration(precedents.record()),
                  new Block.Picture(CalibrationChart.of(precedents.record()), false))));
    }
    blocks.add(note(HOW));
    return blocks;
  }

  private static String shares(Precedents precedents) {
    TrackRecord record = precedents.record();
    String judged =
        record.cases() == 0
            ? ""
            : "; names what was done in %d of %d".formatted(record.right(), record.cases());
    return precedents.shares().stream()
        .map(s -> s.posture() + " " + Figures.share(s.share()))
        .collect(
            Collectors.joining(
                ", ",
                "",
                " (from %s%s).".formatted(Figures.count(precedents.cases(), "case"), judged)));
  }

  private static String without(Precedents precedents) {
    return precedents.leftOut().isEmpty()
        ? ""
        : "The cases of %s are left out.".formatted(precedents.leftOut());
  }

  private static String voices(
      Advice advice, Precedents precedents, Function<Parting, String> parting) {
    return precedents.agrees()
        ? "Precedents and tables agree%s.".formatted(game(advice, precedents))
        : "Precedents and tables differ%s.%s"
            .formatted(game(advice, precedents), precedents.partsOn().map(parting).orElse(""));
  }

  /** On which side the game is. */
  private static String game(Advice advice, Precedents precedents) {
    if (precedents.agreesWithGame() == null || advice.secondOpinion().isEmpty()) {
      return "";
    }
    SecondOpinion game = advice.secondOpinion().orElseThrow();
    boolean withPrecedents = precedents.agreesWithGame();
    if (game.agrees() && withPrecedents) {
      return game.reasonable().size() > 1 ? "; the game allows it" : ", and the game with them";
    }
    if (game.agrees() || withPrecedents) {
      return "; the game allows what the %s say".formatted(game.agrees() ? "tables" : "precedents");
    }
    return game.speaks() ? "; the game finds neither reasonable" : "";
  }

  private static String shortly(Parting parting) {
    return " What parts them most is %s (%s).".formatted(parting.fact(), parting.value());
  }

  private static String parting(Parting parting) {
    return " What parts them most is %s (%s): so it was in %d of %d cases of %s and %d of %d of %s."
        .formatted(
            parting.fact(),
            parting.value(),
            parting.precedents().cases(),
            parting.precedents().of(),
            parting.precedents().posture(),
            parting.tables().cases(),
            parting.tables().of(),
            parting.tables().posture());
  }

  private static String like(Precedents precedents) {
    return precedents.like().isEmpty()
        ? ""
        : precedents.like().stream()
            .limit(MOST_NAMED)
            .map(l -> l.conflict().isEmpty() ? l.id() : "%s (%s)".formatted(l.id(), l.conflict()))
            .collect(Collectors.joining(", ", "Most telling: ", "."));
  }

  private static String record(TrackRecord record) {
    if (record.cases() == 0) {
      return "No case of another conflict is there to judge it by.";
    }
    return "It names what was done in %d of %d cases (the largest class in %d), Brier %.2f, log score %.2f."
        .formatted(
            record.right(),
            record.cases(),
            record.largestClass(),
            record.brier(),
            record.logScore());
  }

  private static Block scores(TrackRecord record) {
    return table(
        "The record, each conflict left out",
        Block.Column.figures(
            new Block.Column("Each conflict left out"), "Right", "Brier score", "Log score"),
        List.of(
            Block.Line.of(
                "precedents",
                record.right(),
                "%.2f".formatted(record.brier()),
                "%.2f".formatted(record.logScore())),
            Block.Line.of(
                "always the base rates",
                record.largestClass(),
                "%.2f".formatted(record.brierOfRates()),
                "%.2f".formatted(record.logScoreOfRates()))),
        line -> line);
  }

  private static Block.Item item(Like like) {
    return new Block.Item(
            Words.strong(like.id())
                .listed(Words.plain(like.title()))
                .listed(Words.dim(like.conflict())))
        .note(
            Words.dim(
                like.shared().stream()
                    .map(s -> "%s (%s)".formatted(s.fact(), s.value()))
                    .collect(Collectors.joining(", "))));
  }

  private static Block calibration(TrackRecord record) {
    return table(
        "How often that was done to which a share was given, each conflict left out",
        Block.Column.figures(
            new Block.Column("Share given"), "How often", "On average", "Done", "Part done"),
        record.calibration(),
        band ->
            Block.Line.of(
                "%s to %s%%".formatted(Figures.percent(band.from()), Figures.percent(band.to())),
                band.shares(),
                Figures.percent(band.mean()) + "%",
                band.done(),
                Figures.percent((double) band.done() / band.shares()) + "%"));
  }
}
