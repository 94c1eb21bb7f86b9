package org.parley.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.knowledge.Encoding;
import org.parley.knowledge.KnowledgeBase;
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
    KnowledgeBase base = knowledge.loadTables();
    output.requireEnding("dmn", "xml");
    output.write(only(base).orElseGet(base::linkedDmn));
    return Main.FINE;
  }

  /** A model by itself is what it is. */
  private static Optional<String> only(KnowledgeBase base) {
    Set<String> names = base.files().names();
    if (base.plain().isEmpty() || names.size() != 1) {
      return Optional.empty();
    }
    String name = names.iterator().next();
    byte[] content = base.files().get(name).orElseThrow();
    // what is written is UTF-8, and an XML declaration may say something else
    return Encoding.ofXml(name, content).equals(StandardCharsets.UTF_8)
        ? Optional.of(Encoding.xml(name, content))
        : Optional.empty();
  }
}
