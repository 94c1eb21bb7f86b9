package org.parley.author.check;

import java.util.List;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeDraft;

/** Makes findings of the problems that keep a knowledge base from being used. */
final class LoadFindings {
  private final KnowledgeDraft draft;
  private final CheckFindings findings;

  LoadFindings(KnowledgeDraft draft, CheckFindings findings) {
    this.draft = draft;
    this.findings = findings;
  }

  void add(List<Problem> problems) {
    problems.forEach(p -> findings.add(Check.of(p.kind()), place(p.place()), p.message()));
  }

  /** On the line of the decision where there is none. */
  private Place place(Place place) {
    return place.onLine(place.line() > 0 ? place.line() : line(place));
  }

  private int line(Place place) {
    return draft.models().stream()
        .flatMap(m -> m.decisions().stream())
        .filter(d -> d.name().equals(place.decision()))
        .map(DraftDecision::place)
        .filter(p -> p.file().equals(place.file()))
        .mapToInt(Place::line)
        .findFirst()
        .orElse(0);
  }
}
