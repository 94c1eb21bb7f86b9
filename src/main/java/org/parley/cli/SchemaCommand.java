package org.parley.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Vocabulary;
import org.parley.report.AdviceSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print a JSON Schema of case files or of advice, made from the vocabulary.",
    description = {
      "",
      "An editor that knows the schema of case files completes and checks them; a program that"
          + " reads 'advise --format json' knows from the other what it may meet.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley schema -o case.schema.json",
      "  parley schema --of advice -o advice.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {

  /** What a schema can be had of; the words are lower case, and one is a keyword of Java. */
  enum Of {
    CASE,
    ADVICE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      defaultValue = "case",
      description = "case, or advice: what 'advise --format json' writes.")
  private Of of;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Vocabulary vocabulary = knowledge.load().vocabulary();
    output.write(
        switch (of) {
          case CASE -> new CaseFiles(vocabulary).schema();
          case ADVICE -> new AdviceSchema(vocabulary).render();
        });
    return Main.FINE;
  }
}
