package org.parley.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Posture;

/** The columns that scores stand in. */
final class Scoring {
  static final String POSTURE = "posture";
  static final String UNOFFICIAL_TRACK = "unofficial track";
  static final String BASIS = "basis";
  static final String ROWS = "rows";
  static final String WARNINGS = "warnings";
  static final String UNKNOWN = "unknown";
  static final String CONFIDENCE = "confidence";
  static final String TRACE = "trace";
  static final String ERROR = "error";

  /** How many columns the posture, the track, the verdicts and the basis take. */
  static final int OF_JUDGEMENT = 3 + Posture.values().length;

  private Scoring() {}

  /** The column with the verdict on a posture. */
  static String verdict(Posture option) {
    return option.label() + " verdict";
  }

  /** The column with the share of the ways to fill in what is unknown that lead to a posture. */
  static String share(Posture option) {
    return option.label() + " share";
  }

  /** All of them in their order. */
  static List<String> columns(boolean confidence, boolean trace) {
    List<String> columns = new ArrayList<>(List.of(POSTURE, UNOFFICIAL_TRACK));
    Stream.of(Posture.values()).forEach(option -> columns.add(verdict(option)));
    columns.addAll(List.of(BASIS, ROWS, WARNINGS, UNKNOWN));
    if (confidence) {
      columns.add(CONFIDENCE);
      Stream.of(Posture.values()).forEach(option -> columns.add(share(option)));
    }
    if (trace) {
      columns.add(TRACE);
    }
    columns.add(ERROR);
    return columns;
  }
}
