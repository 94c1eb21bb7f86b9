package org.parley.author.check;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.parley.knowledge.Vocabulary;

/** Reads case files and notes what keeps them from being used. */
final class CaseCheck {
  private final Map<String, Function<CaseFiles, List<Problem>>> cases;
  private final CheckFindings findings;

  /**
   * @param cases what reads each case and tells what is to be said of it, by the name of its file
   */
  CaseCheck(Map<String, Function<CaseFiles, List<Problem>>> cases, CheckFindings findings) {
    this.cases = cases;
    this.findings = findings;
  }

  /** The case files below a folder; none where there is no such folder. */
  static Map<String, Function<CaseFiles, List<Problem>>> below(Path folder) {
    Map<String, Function<CaseFiles, List<Problem>>> cases = new LinkedHashMap<>();
    for (Path file : Files.isDirectory(folder) ? CaseFiles.in(folder) : List.<Path>of()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      cases.put(
          "cases/" + name, reader -> reader.remarks(file.toString(), CaseFiles.content(file)));
    }
    return cases;
  }

  /** The case files among files that stand elsewhere. */
  static Map<String, Function<CaseFiles, List<Problem>>> among(Map<String, byte[]> contents) {
    Map<String, Function<CaseFiles, List<Problem>>> cases = new LinkedHashMap<>();
    contents.forEach(
        (name, content) -> {
          if (CaseFiles.isCaseFile(name)) {
            cases.put(name, reader -> reader.remarks(name, content));
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
    cases.forEach((name, read) -> read(name, () -> read.apply(reader)));
    return cases.size();
  }

  private void read(String name, Supplier<List<Problem>> read) {
    try {
      read.get().forEach(remark -> add(Check.FORMER_WORD, name, remark));
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
