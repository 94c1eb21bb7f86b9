package org.parley.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.UnofficialTrack;

/**
 * What the tables favour in each of many cases. Only what posture and unofficial track rest on is
 * answered: where tables leave some other decision without an answer, an advice on the case is
 * refused and its posture here is not. {@link org.parley.LoadOption#REQUIRE_COMPLETE} keeps such
 * tables out.
 */
public final class Sweep {
  private final List<Optional<Posture>> postures;
  private final List<Optional<UnofficialTrack>> tracks;
  private final byte[][] codes;

  Sweep(List<Object> postures, List<Object> tracks, byte[][] codes) {
    this.postures = constants(Posture.class, postures);
    this.tracks = constants(UnofficialTrack.class, tracks);
    this.codes = codes;
  }

  /** By code; the last one stands for no result. */
  private static <E extends Enum<E> & Labelled> List<Optional<E>> constants(
      Class<E> type, List<Object> results) {
    List<Optional<E>> constants = new ArrayList<>();
    results.forEach(r -> constants.add(Labelled.find(type, String.valueOf(r))));
    constants.add(Optional.empty());
    return Collections.unmodifiableList(constants);
  }

  /** How many cases there are. */
  public int size() {
    return codes[0].length;
  }

  /**
   * The posture that the tables favour in a case; empty where they leave it without an answer.
   *
   * @param row the case, from 0
   */
  public Optional<Posture> posture(int row) {
    return postures.get(codes[0][row] & 0xFF);
  }

  /**
   * The unofficial track that they favour beside it; empty where they leave it without an answer.
   *
   * @param row the case, from 0
   */
  public Optional<UnofficialTrack> unofficialTrack(int row) {
    return tracks.get(codes[1][row] & 0xFF);
  }

  /** The postures by their codes; the last one, which is empty, stands for no answer. */
  public List<Optional<Posture>> postures() {
    return postures;
  }

  /** The codes of the postures themselves, for whoever counts faster: unsigned bytes. */
  public byte[] postureCodes() {
    return codes[0];
  }

  /** The unofficial tracks by their codes; the last one, which is empty, stands for no answer. */
  public List<Optional<UnofficialTrack>> unofficialTracks() {
    return tracks;
  }

  /** The codes of the unofficial tracks themselves. */
  public byte[] unofficialTrackCodes() {
    return codes[1];
  }

  /** In how many cases they favour each posture. */
  public Map<Posture, Long> counts() {
    long[] byCode = new long[256];
    for (byte code : codes[0]) {
      byCode[code & 0xFF]++;
    }
    Map<Posture, Long> counts = new EnumMap<>(Posture.class);
    for (Posture posture : Posture.values()) {
      counts.put(posture, 0L);
    }
    for (int code = 0; code < postures.size(); code++) {
      long cases = byCode[code];
      postures.get(code).ifPresent(p -> counts.merge(p, cases, Long::sum));
    }
    return counts;
  }
}
