package org.parley.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** The case files of the project. */
final class ShippedCases {

  private ShippedCases() {}

  static List<Case> all(Advisor advisor) {
    return CaseFiles.in(Path.of("cases")).stream().map(advisor::readCase).toList();
  }

  /** The coded facts of each case; what is not coded is not known. */
  static List<Map<String, String>> facts(Advisor advisor) {
    List<String> names = KnowledgeBase.builtIn().vocabulary().factNames();
    List<Map<String, String>> all = new ArrayList<>();
    for (Case subject : all(advisor)) {
      Map<String, String> facts = new LinkedHashMap<>();
      names.forEach(name -> facts.put(name, FactType.UNKNOWN));
      subject.facts().forEach((name, fact) -> facts.put(name, fact.value()));
      all.add(facts);
    }
    return all;
  }
}
