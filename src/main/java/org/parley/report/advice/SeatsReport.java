package org.parley.report.advice;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Posture;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.knowledge.FactType;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Block.Table;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells of a war as it looks from both seats. */
public final class SeatsReport {
  private static final String CAVEAT =
      "These are beliefs as somebody coded them. Which side is right the tables cannot say.";
  private static final String IMAGINED =
      "Nobody gave the facts of %s: its seat is imagined. It holds what our case holds to"
          + " be so, as it would look from there, and what the events show; all else is not known. It"
          + " is no evidence of what it believes.";

  private final Seats seats;

  private SeatsReport(Seats seats) {
    this.seats = seats;
  }

  /** Both seats, and what follows. */
  public static Report of(Seats seats) {
    SeatsReport report = new SeatsReport(seats);
    return new Report(report::document, () -> new Answer(seats, report.follows()));
  }

  /** What the postures that the tables favour from the two seats mean for each other. */
  static String postures(Seats seats) {
    return new SeatsReport(seats).postures();
  }

  /**
   * What programs read of it.
   *
   * @param follows what to make of it, in sentences
   */
  public record Answer(@JsonUnwrapped Seats seats, List<String> follows) {}

  private Document document() {
    Document document = Wording.about(seats.ours());
    if (seats.imagined()) {
      String party = seats.theirs().subject().decidingParty();
      document.front(
          Document.banner(
              IMAGINED.formatted(
                  Wording.isBlank(party) ? "the adversary" : "the %s side".formatted(party))));
    }
    List<Block> both = new ArrayList<>();
    if (!days().isEmpty()) {
      both.add(paragraph(days()));
    }
    both.add(sideBySide());
    if (!(seats.ours().favoured() && seats.theirs().favoured())) {
      both.add(note(Wording.LEANING));
    }
    document.section("What the tables say from each seat", both);
    readings(document, "Disagreements that would change our advice", matter());
    readings(document, "Disagreements that would not", doNotMatter());
    return document.list("What follows", follows()).foot(Words.plain(CAVEAT));
  }

  private Table sideBySide() {
    List<Line> lines = new ArrayList<>();
    row(lines, "posture", a -> Wording.marked(a.posture().label(), a.favoured()));
    row(lines, "unofficial track", a -> a.unofficialTrack().label());
    row(lines, "confidence", a -> a.confidence().level().label());
    row(
        lines,
        "facts known",
        a -> "%d of %d".formatted(a.facts().size(), a.facts().size() + a.unknown().size()));
    for (Posture posture : Posture.values()) {
      row(lines, posture.label(), a -> a.verdict(posture).level().label());
    }
    return new Table("Both seats", Column.all("", "ours: " + ours(), "theirs: " + theirs()), lines);
  }

  private void row(List<Line> lines, String name, Function<Advice, String> value) {
    lines.add(Line.of(name, value.apply(seats.ours()), value.apply(seats.theirs())));
  }

  private void readings(Document document, String title, List<Reading> readings) {
    if (!readings.isEmpty()) {
      document.section(
          title,
          Document.table(
              title,
              Column.all("Fact", "We believe", "They believe", "What follows"),
              readings,
              this::reading));
    }
  }

  private Line reading(Reading r) {
    boolean sameWords = r.fact().equals(r.theirFact()) && r.theirs().equals(r.seenFromHere());
    String then =
        r.wouldChange()
            ? "If we held this too, the tables would %s %s."
                .formatted(Wording.favour(seats.ours()), Wording.stance(r.then()))
            : "the advice stays";
    return new Line(
        Words.plain(r.fact()),
        Words.plain(Wording.known(r.ours())),
        Words.plain(Wording.known(r.seenFromHere()))
            .then(
                Words.dim(
                    sameWords
                        ? ""
                        : "(%s = %s in their terms)".formatted(r.theirFact(), r.theirs()))),
        Words.plain(then));
  }

  private String ours() {
    String party = seats.ours().subject().decidingParty();
    return Wording.isBlank(party) ? "the deciding party" : party;
  }

  private String theirs() {
    return Stream.of(seats.theirs().subject().decidingParty(), seats.ours().subject().adversary())
        .filter(party -> !Wording.isBlank(party))
        .findFirst()
        .orElse("the adversary");
  }

  /** When the two look at the war, where that is known not to be the same day; else empty. */
  private String days() {
    LocalDate ours = seats.ours().subject().asOf();
    LocalDate theirs = seats.theirs().subject().asOf();
    return ours == null || theirs == null || ours.equals(theirs)
        ? ""
        : "The two do not look from the same day: ours is %s, theirs is %s."
            .formatted(ours, theirs);
  }

  /** Disagreements on facts that both judge, or that only they do, and that would change ours. */
  private List<Reading> matter() {
    return seats.differences().stream().filter(Reading::wouldChange).toList();
  }

  /** Disagreements on facts that both judge and that would not change our advice. */
  private List<Reading> doNotMatter() {
    return seats.differences().stream().filter(r -> r.isDisputed() && !r.wouldChange()).toList();
  }

  /** What to make of it, in sentences. */
  private List<String> follows() {
    return Stream.of(
            postures(),
            Wording.closed(seats.ours()),
            disagreements(),
            together(),
            agreements(),
            oneSided())
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private String postures() {
    Posture ours = seats.ours().posture();
    Posture theirs = seats.theirs().posture();
    String both = Wording.favour(seats.ours(), seats.theirs());
    if (ours == theirs) {
      return ours == Posture.CLOSED_POSTURE
          ? "From both seats the tables %s a closed posture: neither would find an open door."
              .formatted(both)
          : "From both seats the tables %s the same way of talking.".formatted(both);
    }
    if (ours == Posture.CLOSED_POSTURE) {
      return "An approach by %s would meet a closed door here; the reasons for it are ours to look"
              .formatted(theirs())
          + " at again.";
    }
    if (theirs == Posture.CLOSED_POSTURE) {
      return "An approach by us may meet a closed door: from their seat the tables %s that."
          .formatted(Wording.favour(seats.theirs()));
    }
    return ("From both seats the tables %s talking, but in different ways: the way itself would"
            + " have to be settled first.")
        .formatted(both);
  }

  private String disagreements() {
    int matter = matter().size();
    if (matter == 0 && doNotMatter().isEmpty()) {
      return seats.imagined()
          ? "No disagreement can show here, since one seat was read off the other. A case file of"
              + " the other side would show which matters."
          : "There is no fact that the two judge differently.";
    }
    if (matter == 0) {
      return ("None of the disagreements matters by itself: if we held any one of their readings,"
              + " the tables would still %s the same.")
          .formatted(Wording.favour(seats.ours()));
    }
    return "Settle first who is right on %s: the advice to us hangs on it."
        .formatted(listed(matter()));
  }

  private String together() {
    if (matter().size() + doNotMatter().size() < 2) {
      return "";
    }
    return "If we held all of their readings at once, the tables would %s %s."
        .formatted(
            Wording.favour(seats.shared()),
            seats.wouldChange() ? Wording.stance(seats.shared()) : "the same");
  }

  private String agreements() {
    List<Reading> agreed = seats.readings().stream().filter(Reading::agrees).toList();
    return agreed.isEmpty() || seats.imagined()
        ? ""
        : "They agree on %s: %s.".formatted(Figures.count(agreed.size(), "fact"), listed(agreed));
  }

  private String oneSided() {
    List<Reading> onlyOurs = seats.readings().stream().filter(r -> !isKnown(r.theirs())).toList();
    List<Reading> onlyTheirs =
        seats.readings().stream().filter(r -> !isKnown(r.ours()) && !r.wouldChange()).toList();
    String ours = onlyOurs.isEmpty() ? "" : "Only we judge " + listed(onlyOurs) + ".";
    String theirs = onlyTheirs.isEmpty() ? "" : "Only they judge " + listed(onlyTheirs) + ".";
    return (ours + " " + theirs).strip();
  }

  private static String listed(List<Reading> readings) {
    return readings.stream().map(Reading::fact).collect(Collectors.joining(", "));
  }

  private static boolean isKnown(String value) {
    return !value.equals(FactType.UNKNOWN);
  }
}
