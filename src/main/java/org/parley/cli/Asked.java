package org.parley.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Vocabulary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The case that a command is asked about. */
final class Asked {

  @Parameters(paramLabel = "CASE", description = "A case file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "\"FACT=VALUE\"",
      description = "Assume a value for a fact; unknown takes it away. Can be given several times.")
  private List<String> assumptions = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Look from this day (YYYY-MM-DD).")
  private LocalDate asOf;

  Case read(Vocabulary vocabulary) {
    Case subject = new CaseFiles(vocabulary).read(file);
    if (asOf != null) {
      subject = subject.withAsOf(asOf);
    }
    for (String assumption : assumptions) {
      subject = Assumption.of(assumption).in(subject, vocabulary);
    }
    return subject;
  }
}
