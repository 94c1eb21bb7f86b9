package org.parley.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** The decisions that the measured paths read. */
final class Finals {
  static final String POSTURE = "posture";
  static final String UNOFFICIAL_TRACK = "unofficial track";
  static final List<String> VERDICTS =
      Labelled.labels(Posture.class).stream().map(label -> label + " verdict").toList();
  static final List<String> POSTURE_AND_VERDICTS =
      Stream.concat(Stream.of(POSTURE), VERDICTS.stream()).toList();

  private Finals() {}

  /** Posture, unofficial track and all that they need, each behind those it reads. */
  static List<Decision> behindPosture(KnowledgeBase knowledge) {
    Set<String> needed = new HashSet<>(Set.of(POSTURE, UNOFFICIAL_TRACK));
    Deque<String> open = new ArrayDeque<>(needed);
    while (!open.isEmpty()) {
      knowledge.decision(open.remove()).orElseThrow().decisions().stream()
          .filter(needed::add)
          .forEach(open::add);
    }
    return knowledge.decisions().stream().filter(d -> needed.contains(d.name())).toList();
  }

  /** The decisions that no other reads: whoever answers them has answered all. */
  static List<Decision> last(KnowledgeBase knowledge) {
    Set<String> read = new HashSet<>();
    knowledge.decisions().forEach(d -> read.addAll(d.decisions()));
    return knowledge.decisions().stream().filter(d -> !read.contains(d.name())).toList();
  }
}
