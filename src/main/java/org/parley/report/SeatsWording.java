package org.parley.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Posture;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.knowledge.FactType;

/** The sentences that text and Markdown share on the two seats of a war; not yet escaped. */
final class SeatsWording {
  static final String BOTH = "What the tables favour from each seat";
  static final String FOLLOWS = "What follows";
  static final String MATTER = "Disagreements that would change our advice";
  static final String DO_NOT_MATTER = "Disagreements that would not";
  static final String CAVEAT =
      "These are beliefs as somebody coded them. Which side is right the tables cannot say.";

  private static final String IMAGINED =
      "Nobody gave the facts of %s: its seat is imagined. It holds what our case holds to"
          + " be so, as it would look from there, and what the events show; all else is not known. It"
          + " is no evidence of what it believes.";

  private SeatsWording() {}

  static String imagined(Seats seats) {
    String party = seats.theirs().subject().decidingParty();
    return IMAGINED.formatted(
        Wording.isBlank(party) ? "the adversary" : "the %s side".formatted(party));
  }

  static String ours(Seats seats) {
    String party = seats.ours().subject().decidingParty();
    return Wording.isBlank(party) ? "the deciding party" : party;
  }

  static String theirs(Seats seats) {
    return Stream.of(seats.theirs().subject().decidingParty(), seats.ours().subject().adversary())
        .filter(party -> !Wording.isBlank(party))
        .findFirst()
        .orElse("the adversary");
  }

  /** When the two look at the war, where that is known not to be the same day; else empty. */
  static String days(Seats seats) {
    LocalDate ours = seats.ours().subject().asOf();
    LocalDate theirs = seats.theirs().subject().asOf();
    return ours == null || theirs == null || ours.equals(theirs)
        ? ""
        : "The two do not look from the same day: ours is %s, theirs is %s."
            .formatted(ours, theirs);
  }

  static String known(Advice advice) {
    return "%d of %d"
        .formatted(advice.facts().size(), advice.facts().size() + advice.unknown().size());
  }

  /** Disagreements on facts that both judge, or that only they do, and that would change ours. */
  static List<Reading> matter(Seats seats) {
    return seats.differences().stream().filter(seats::wouldChange).toList();
  }

  /** Disagreements on facts that both judge and that would not change our advice. */
  static List<Reading> doNotMatter(Seats seats) {
    return seats.differences().stream()
        .filter(r -> r.isDisputed() && !seats.wouldChange(r))
        .toList();
  }

  /** What the other side calls it, where its word is another one; else empty. */
  static String theirWords(Reading reading) {
    return reading.fact().equals(reading.theirFact())
            && reading.theirs().equals(reading.seenFromHere())
        ? ""
        : "%s = %s in their terms".formatted(reading.theirFact(), reading.theirs());
  }

  static String believes(String value) {
    return Wording.known(value);
  }

  static String then(Reading reading) {
    return "If we held this too, the tables would favour %s."
        .formatted(SimilarWording.stance(reading.posture(), reading.unofficialTrack()));
  }

  /** What to make of it, in sentences. */
  static List<String> follows(Seats seats) {
    return Stream.of(
            postures(seats),
            Wording.closed(seats.ours()),
            disagreements(seats),
            together(seats),
            agreements(seats),
            oneSided(seats))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static String postures(Seats seats) {
    Posture ours = seats.ours().posture();
    Posture theirs = seats.theirs().posture();
    if (ours == theirs) {
      return ours == Posture.CLOSED_POSTURE
          ? "From both seats the tables favour a closed posture: neither would find an open door."
          : "From both seats the tables favour the same way of talking.";
    }
    if (ours == Posture.CLOSED_POSTURE) {
      return "An approach by %s would meet a closed door here; the reasons for it are ours to look"
              .formatted(theirs(seats))
          + " at again.";
    }
    if (theirs == Posture.CLOSED_POSTURE) {
      return "An approach by us may meet a closed door: from their seat the tables favour that.";
    }
    return "From both seats the tables favour talking, but in different ways: the way itself would"
        + " have to be settled first.";
  }

  private static String disagreements(Seats seats) {
    int matter = matter(seats).size();
    int others = doNotMatter(seats).size();
    if (matter == 0 && others == 0) {
      return seats.imagined()
          ? "No disagreement can show here, since one seat was read off the other. A case file of"
              + " the other side would show which matters."
          : "There is no fact that the two judge differently.";
    }
    if (matter == 0) {
      return "None of the disagreements matters by itself: if we held any one of their readings, the"
          + " tables would still favour the same.";
    }
    return "Settle first who is right on %s: the advice to us hangs on it."
        .formatted(listed(matter(seats)));
  }

  private static String together(Seats seats) {
    if (matter(seats).size() + doNotMatter(seats).size() < 2) {
      return "";
    }
    return "If we held all of their readings at once, the tables would favour %s."
        .formatted(seats.wouldChange() ? SimilarWording.advised(seats.shared()) : "the same");
  }

  private static String agreements(Seats seats) {
    long agreed = seats.readings().stream().filter(Reading::agrees).count();
    return agreed == 0 || seats.imagined()
        ? ""
        : "They agree on %s: %s."
            .formatted(
                agreed == 1 ? "1 fact" : agreed + " facts",
                listed(seats.readings().stream().filter(Reading::agrees).toList()));
  }

  private static String oneSided(Seats seats) {
    List<Reading> onlyOurs = seats.readings().stream().filter(r -> !isKnown(r.theirs())).toList();
    List<Reading> onlyTheirs =
        seats.readings().stream().filter(r -> !isKnown(r.ours()) && !seats.wouldChange(r)).toList();
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
