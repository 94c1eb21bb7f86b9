package org.parley.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.casefile.CaseFiles;

/** The case files of the project. */
final class ShippedCases {

  private ShippedCases() {}

  static List<Case> all(Advisor advisor) {
    return CaseFiles.in(Path.of("cases")).stream().map(advisor::readCase).toList();
  }

  /** The coded facts of a case. */
  static Map<String, String> facts(Case subject) {
    Map<String, String> facts = new LinkedHashMap<>();
    subject.facts().forEach((name, fact) -> facts.put(name, fact.value()));
    return facts;
  }
}
