package org.parley.cli;

import java.nio.file.Path;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Vocabulary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The case that a command is asked about. */
final class Asked {

  @Parameters(paramLabel = "CASE", description = "A case file.")
  private Path file;

  @Mixin private Assumed assumed;

  Case read(Vocabulary vocabulary) {
    return assumed.in(new CaseFiles(vocabulary).read(file), vocabulary);
  }
}
