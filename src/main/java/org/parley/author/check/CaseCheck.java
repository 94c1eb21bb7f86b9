package org.parley.author.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCase;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.Vocabulary;

/** Reads case files and notes what keeps them from being used. */
final class CaseCheck {
  private final Map<String, Function<CaseFiles, ReadCase>> cases;
  private final CheckFindings findings;

  /**
   * @param cases what reads each case and tells what is to be said of it, by the name of its file
   */
  CaseCheck(Map<String, Function<CaseFiles, ReadCase>> cases, CheckFindings findings) {
    this.cases = cases;
    this.findings = findings;
  }

  /** The case files below a folder; none where there is no such folder. */
  static Map<String, Function<CaseFiles, ReadCase>> below(Path folder) {
    Map<String, Function<CaseFiles, ReadCase>> cases = new LinkedHashMap<>();
    for (Path file : Files.isDirectory(folder) ? CaseFiles.in(folder) : List.<Path>of()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      cases.put("cases/" + name, reader -> reader.readClosely(file));
    }
    return cases;
  }

  /** The case files among files that stand elsewhere. */
  static Map<String, Function<CaseFiles, ReadCase>> among(Map<String, byte[]> contents) {
    Map<String, Function<CaseFiles, ReadCase>> cases = new LinkedHashMap<>();
    contents.forEach(
        (name, content) -> {
          if (CaseFiles.isCaseFile(name)) {
            cases.put(name, reader -> reader.readClosely(name, content));
          }
        });
    return cases;
  }

  /** Reads them and tells how many there are. */
  int run(Vocabulary vocabulary) {
    if (cases.isEmpty()) {
      findings.skip("case files", "there are none in a folder cases/ beside the tables");
      return 0;
    }
    if (vocabulary.facts().isEmpty()) {
      findings.skip("%d case files".formatted(cases.size()), "the vocabulary cannot be read");
      return 0;
    }
    CaseFiles reader = new CaseFiles(vocabulary);
    Map<String, String> ids = new HashMap<>();
    cases.forEach((name, read) -> read(name, () -> read.apply(reader), ids));
    return cases.size();
  }

  private void read(String name, Supplier<ReadCase> reading, Map<String, String> ids) {
    try {
      ReadCase read = reading.get();
      read.formerWords().forEach(remark -> add(Check.FORMER_WORD, name, remark));
      read.remarks()
          .forEach(
              r ->
                  findings.add(
                      Check.CASE_SLIP,
                      Place.entry(name, r.line(), read.subject().id()),
                      r.message()));
      String earlier = ids.putIfAbsent(read.subject().id(), name);
      if (earlier != null) {
        findings.add(
            Check.CASE_SLIP,
            Place.entry(name, 0, read.subject().id()),
            ReadCases.sameId(read.subject().id(), earlier));
      }
    } catch (ParleyException e) {
      e.problems().forEach(problem -> add(Check.CASE_FILE, name, problem));
    }
  }

  private void add(Check check, String name, Problem problem) {
    findings.add(
        check, Place.entry(name, problem.line(), subject(problem.place())), problem.message());
  }

  private static String subject(Place place) {
    return place.parts().stream().map(Place.Part::name).collect(Collectors.joining(", "));
  }
}
