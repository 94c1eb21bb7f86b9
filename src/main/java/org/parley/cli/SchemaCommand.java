package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.casefile.CaseFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print a JSON Schema of case files, made from the vocabulary.",
    description = "%nAn editor that knows the schema completes and checks case files.%n",
    footer = {"", "Example:", "  parley schema -o case.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    output.write(new CaseFiles(knowledge.load().vocabulary()).schema());
    return Main.FINE;
  }
}
