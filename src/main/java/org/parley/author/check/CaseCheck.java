package org.parley.author.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Place;
import org.parley.knowledge.Vocabulary;

/** Reads the case files of a folder and notes what keeps them from being used. */
final class CaseCheck {
  private final Path folder;
  private final Findings findings;

  CaseCheck(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /** Reads them and tells how many there are. */
  int run(Vocabulary vocabulary) {
    if (folder == null || !Files.isDirectory(folder)) {
      findings.skip("case files", "there is no folder cases/ beside the tables");
      return 0;
    }
    List<Path> files = CaseFiles.in(folder);
    if (vocabulary.facts().isEmpty()) {
      findings.skip("%d case files".formatted(files.size()), "the vocabulary cannot be read");
      return 0;
    }
    CaseFiles reader = new CaseFiles(vocabulary);
    files.forEach(file -> read(file, reader));
    return files.size();
  }

  private void read(Path file, CaseFiles reader) {
    String name = "cases/" + folder.relativize(file).toString().replace('\\', '/');
    try {
      reader.read(file);
    } catch (ParleyException e) {
      for (Problem problem : e.problems()) {
        findings.add(
            Check.CASE_FILE,
            Place.entry(name, problem.line(), subject(problem.element())),
            problem.message());
      }
    }
  }

  /** The word in an element such as {@code fact 'ally veto'}. */
  private static String subject(String element) {
    return element.replaceFirst("^[a-z ]+ '(.*)'$", "$1");
  }
}
