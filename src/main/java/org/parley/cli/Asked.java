package org.parley.cli;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.parley.casefile.ReadCase;
import org.parley.knowledge.Vocabulary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The case that a command is asked about. */
final class Asked {

  @Parameters(paramLabel = "CASE", description = "A case file.")
  private Path file;

  @Mixin private Assumed assumed;

  /**
   * Reads it.
   *
   * @param taken whether an assumption is about something else than a fact
   */
  ReadCase read(Knowledge knowledge, Vocabulary vocabulary, Predicate<Assumption> taken) {
    ReadCase read = knowledge.readCase(vocabulary, file);
    return read.with(assumed.in(read.subject(), vocabulary, taken));
  }
}
