package org.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print all models as one ordinary DMN model, for other engines.",
    description = "%nThe result has flat inputs and no imports.%n",
    footer = {"", "Example:", "  parley link -o linked.dmn"})
final class LinkCommand implements Callable<Integer> {
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    output.write(knowledge.load().linkedDmn());
    return Main.FINE;
  }
}
