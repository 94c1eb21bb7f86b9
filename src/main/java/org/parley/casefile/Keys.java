package org.parley.casefile;

import java.util.ArrayList;
import java.util.List;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.UnofficialTrack;

/** The keys of case files, each list in the order in which they are written. */
final class Keys {
  static final String ID = "id";
  static final String TITLE = "title";
  static final String CONFLICT = "conflict";
  static final String AS_OF = "as of";
  static final String DECIDING_PARTY = "deciding party";
  static final String ADVERSARY = "adversary";
  static final String THIRD_PARTY = "third party";
  static final String SHORT_NAMES = "short names";
  static final String SIDES = "sides";
  static final String SUMMARY = "summary";
  static final String TAGS = "tags";
  static final String FACTS = "facts";
  static final String EVENTS = "events";
  static final String SOURCES = "sources";
  static final String OBSERVED = "observed";
  static final String EXPECTED = "expected";
  static final String DIFFERS_BECAUSE = "differs because";

  static final String OURS = "ours";
  static final String THEIRS = "theirs";

  static final String VALUE = "value";
  static final String WHY = "why";
  static final String SOURCE = "source";
  static final String CONFIDENCE = "confidence";

  static final String DATE = "date";
  static final String TYPE = "type";
  static final String BY = "by";
  static final String TO = "to";
  static final String NOTE = "note";

  static final String POSTURE = "posture";
  static final String UNOFFICIAL_TRACK = "unofficial track";

  static final List<String> TOP =
      List.of(
          ID,
          TITLE,
          CONFLICT,
          AS_OF,
          DECIDING_PARTY,
          ADVERSARY,
          THIRD_PARTY,
          SHORT_NAMES,
          SIDES,
          SUMMARY,
          TAGS,
          FACTS,
          EVENTS,
          SOURCES,
          OBSERVED,
          EXPECTED,
          DIFFERS_BECAUSE);
  static final List<String> REQUIRED = List.of(ID, AS_OF, DECIDING_PARTY, ADVERSARY);

  /** One of them at least stands in every case, and together in no other file. */
  static final List<String> OF_CASES_ALONE = List.of(AS_OF, DECIDING_PARTY, ADVERSARY, FACTS);

  static final List<String> OF_SIDES = List.of(OURS, THEIRS);
  static final List<String> OF_FACT = List.of(VALUE, WHY, SOURCE, CONFIDENCE);
  static final List<String> OF_EVENT = List.of(DATE, TYPE, BY, TO, NOTE, SOURCE);
  static final List<String> REQUIRED_OF_EVENT = List.of(DATE, TYPE);
  static final List<String> OF_OBSERVED =
      List.of(POSTURE, UNOFFICIAL_TRACK, CONFIDENCE, THIRD_PARTY, NOTE, SOURCES);
  static final List<String> OF_EXPECTED = List.of(POSTURE, UNOFFICIAL_TRACK);

  /** The unofficial tracks that may be observed. */
  static final List<String> OBSERVED_TRACKS = observedTracks();

  private Keys() {}

  private static List<String> observedTracks() {
    List<String> tracks = new ArrayList<>(Labelled.labels(UnofficialTrack.class));
    tracks.add(Observation.TRACK_TWO);
    return List.copyOf(tracks);
  }
}
