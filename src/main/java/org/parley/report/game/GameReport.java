package org.parley.report.game;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.list;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.FiredRow;
import org.parley.SecondOpinion;
import org.parley.game.Equilibrium;
import org.parley.game.GameReading;
import org.parley.game.Kind;
import org.parley.game.Margins;
import org.parley.game.Parameter;
import org.parley.game.Parameters;
import org.parley.game.PostureGame;
import org.parley.game.Reach;
import org.parley.game.Region;
import org.parley.game.SecretChannel;
import org.parley.game.Stance;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells what the posture game says of a case. */
public final class GameReport {
  private static final String LABEL =
      "This is %s, a second opinion beside the tables. Its numbers are Parley's own calibration of"
              .formatted(SecondOpinion.LABEL)
          + " the facts; each can be set by hand.";

  private GameReport() {}

  /** The game of a case. */
  public static Report of(GameReading reading) {
    return new Report(() -> document(reading), () -> reading);
  }

  private static Document document(GameReading reading) {
    PostureGame game = reading.game();
    return Wording.about(reading.advice())
        .front(
            new Block.Result(
                "The posture game, region %s:".formatted(game.region().code()),
                game.region().label(),
                List.of(
                    field("Reasonable now", courses(reading.reasonable())),
                    field(
                        "Tables " + Wording.favour(reading.advice()),
                        "%s (%s)".formatted(reading.advice().posture(), agreement(reading))),
                    field("Belief", belief(game)),
                    field("Belief needed", threshold(game)))),
            paragraph(game.region().meaning()),
            note(LABEL))
        .add(new Block.Picture(PhaseDiagram.of(reading), false))
        .section("How it is played", list(played(game)))
        .section("How far it is from an open door", list(margins(reading)))
        .section(
            "The numbers",
            Document.table(
                "The numbers, where they come from, and how far each may move",
                List.of(
                    new Block.Column(""),
                    Block.Column.clear("Value"),
                    new Block.Column("Meaning"),
                    new Block.Column("Row"),
                    new Block.Column("May move")),
                game.sensitivity(),
                r -> line(reading, r)));
  }

  private static Block.Line line(GameReading reading, Reach reach) {
    Parameter parameter = reach.parameter();
    return new Block.Line(
        Words.plain(parameter.symbol()),
        Words.plain(Figures.shown(reading.game().parameters().get(parameter))),
        Words.plain(parameter.meaning()),
        reading.row(parameter).map(FiredRow::id).map(Words::row).orElse(Words.dim("set by hand")),
        Words.plain(reach(reach)));
  }

  /** Courses in words, such as {@code an open door or a secret channel}. */
  public static String courses(Set<SecondOpinion.Course> courses) {
    return courses.stream()
        .map(
            course ->
                switch (course) {
                  case OPEN -> "an open door";
                  case CLOSED -> "a closed door";
                  case SECRET_CHANNEL -> "a secret channel";
                })
        .collect(Collectors.joining(" or "));
  }

  private static String agreement(GameReading reading) {
    if (!SecondOpinion.speaksTo(reading.advice().posture())) {
      return "the game knows no mediator";
    }
    return reading.agrees() ? "they agree" : "they do not agree";
  }

  private static String belief(PostureGame game) {
    Parameters numbers = game.parameters();
    String now = Figures.shown(numbers.belief());
    String before = Figures.shown(numbers.get(Parameter.P));
    String moved =
        now.equals(before) ? "" : ", %s before the signal that was seen".formatted(before);
    return "%s that the party can last%s".formatted(now, moved);
  }

  private static String threshold(PostureGame game) {
    if (game.region() == Region.SAFE) {
      return "none: escalating pays against nobody";
    }
    return game.muStar() >= 1
        ? "none would do: escalating pays against anybody"
        : "%s (mu*)".formatted(Figures.shown(game.muStar()));
  }

  private static List<String> played(PostureGame game) {
    List<String> sentences = new ArrayList<>();
    for (Equilibrium equilibrium : game.equilibria()) {
      String start = sentences.isEmpty() ? "" : "Or else: ";
      String one = stance(equilibrium.canLast());
      String other = stance(equilibrium.cannotLast());
      sentences.add(
          one.equals(other)
              ? "%sA party %s, whether it can last or not.".formatted(start, one)
              : "%sA party that can last %s; one that cannot last %s."
                  .formatted(start, one, other));
    }
    danger(game).ifPresent(sentences::add);
    return sentences;
  }

  private static String stance(Stance stance) {
    return switch (stance) {
      case OPENS, SOMETIMES_OPENS -> "opens";
      case STAYS_CLOSED -> "stays closed";
      case PROVES_AND_OPENS -> "opens once it has proved its staying power";
      case SOMETIMES_COPIES -> "may copy the proof";
    };
  }

  /** A bluff is told as what threatens both sides, and never as something to do. */
  private static Optional<String> danger(PostureGame game) {
    return game.equilibria().stream()
        .filter(e -> e.escalating() > 0)
        .findFirst()
        .map(
            e ->
                ("Danger: a party that cannot last would bluff in %s of 100 cases, and the adversary"
                        + " would escalate against %s of 100 open doors, those of honest parties"
                        + " among them. A bluff is no option: it is what makes proof worth less.")
                    .formatted(Figures.percent(e.copying()), Figures.percent(e.escalating())));
  }

  private static List<String> margins(GameReading reading) {
    Margins margins = reading.game().margins();
    List<String> sentences = new ArrayList<>();
    sentences.add(guarantee(margins));
    sentences.add(signal(margins));
    sentences.add(incentive(margins));
    for (Kind kind : Kind.values()) {
      sentences.add(secret(margins.secretChannel().get(kind), kind));
    }
    return sentences;
  }

  private static String guarantee(Margins margins) {
    if (margins.sureGuarantee() <= 0) {
      return "Guarantee: none is needed, escalating does not pay against anybody.";
    }
    String sure =
        "one worth %s would, whatever the adversary believes"
            .formatted(Figures.shown(margins.sureGuarantee()));
    return margins.leastGuarantee() <= 0
        ? "Guarantee: none is needed as long as the adversary believes what it does; %s."
            .formatted(sure)
        : "Guarantee: a further guarantee worth %s would open at what the adversary believes now; %s."
            .formatted(Figures.shown(margins.leastGuarantee()), sure);
  }

  private static String signal(Margins margins) {
    String shown = "the one that was seen is %s".formatted(Figures.shown(margins.signalShown()));
    if (margins.signalNeeded() <= 0) {
      return "Signal: none is needed; %s times as likely from a party that can last as from one that cannot."
          .formatted(shown);
    }
    return Double.isInfinite(margins.signalNeeded())
        ? "Signal: none would do, since escalating pays even against a party that can last."
        : ("Signal: one that is %s times as likely from a party that can last as from one that cannot"
                + " would open; %s times. A"
                + " condition to watch for, never a step to take.")
            .formatted(Figures.shown(margins.signalNeeded()), shown);
  }

  private static String incentive(Margins margins) {
    return "Incentive: a party that can last %s; one that cannot last %s."
        .formatted(
            incentive(margins.leastIncentive().get(Kind.CAN_LAST)),
            incentive(margins.leastIncentive().get(Kind.CANNOT_LAST)));
  }

  private static String incentive(double least) {
    return least <= 0
        ? "opens anyway"
        : "would open even against escalation for a further %s".formatted(Figures.shown(least));
  }

  private static String secret(SecretChannel channel, Kind kind) {
    String verdict =
        channel.beatsClosed()
            ? "better than a closed door by %s".formatted(Figures.shown(channel.overClosed()))
            : "worse than a closed door by %s".formatted(Figures.shown(-channel.overClosed()));
    return ("Secret channel, to a party that %s: %s, and %s than an open door that is escalated"
            + " against; it breaks even with a closed one at an exposure of %s.")
        .formatted(
            kind,
            verdict,
            channel.beatsEscalation() ? "better" : "worse",
            Figures.shown(channel.mostExposure()));
  }

  /** Where a number leads elsewhere; empty where it never does. */
  private static String reach(Reach reach) {
    List<String> turns = new ArrayList<>();
    reach.turnBelow().ifPresent(t -> turns.add("below %s: %s".formatted(at(t), beyond(t))));
    reach.turnAbove().ifPresent(t -> turns.add("above %s: %s".formatted(at(t), beyond(t))));
    return String.join("; ", turns);
  }

  private static String at(Reach.Turn turn) {
    return Figures.shown(turn.at());
  }

  private static String beyond(Reach.Turn turn) {
    return turn.beyond()
        .map(r -> "%s, %s".formatted(r.code(), r.label()))
        .orElse("outside the model");
  }
}
