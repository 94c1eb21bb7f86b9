package org.parley.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.report.document.Report;
import org.parley.report.game.GameReport;
import org.parley.report.game.PhaseDiagram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "game",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Ask the posture game for a second opinion on a case.",
    description = {
      "",
      "A reconstruction of the signalling game behind the two conditions: in which region the case"
          + " lies, how far it is from an open door, and which number decides.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley game cases/vietnam-war/VN-01.yaml",
      "  parley game CASE.yaml --set c=0.4 --set \"mediator guarantee=credible\"",
      "  parley game CASE.yaml --svg diagram.svg",
      "  parley game CASE.yaml --format json -o game.json"
    })
final class GameCommand extends CaseCommand {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][-+]?\\d{1,2})?");

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw the regions with the case among them, as SVG.")
  private Path svg;

  private final Map<Parameter, BigDecimal> numbers = new EnumMap<>(Parameter.class);

  @Override
  boolean takes(Assumption assumption, KnowledgeBase base) {
    Optional<Parameter> parameter = Parameter.find(assumption.name());
    if (parameter.isEmpty() && base.vocabulary().fact(assumption.name()).isEmpty()) {
      throw assumption.refused(neither(assumption.name(), base));
    }
    parameter.ifPresent(p -> numbers.put(p, number(assumption)));
    return parameter.isPresent();
  }

  private static String neither(String name, KnowledgeBase base) {
    List<String> names =
        Stream.concat(Parameter.symbols().stream(), base.vocabulary().factNames().stream())
            .toList();
    return "'%s' is neither a fact nor a number of the game (%s)%s"
        .formatted(name, String.join(", ", Parameter.symbols()), Nearest.hint(name, names));
  }

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    GameReading reading = GameReading.of(advice, numbers);
    if (svg != null) {
      output().writeTo(svg, PhaseDiagram.of(reading).file());
    }
    return GameReport.of(reading);
  }

  private static BigDecimal number(Assumption assumption) {
    if (!NUMBER.matcher(assumption.value()).matches()) {
      throw assumption.refused("'%s' is not a number such as 0.4".formatted(assumption.value()));
    }
    return new BigDecimal(assumption.value());
  }
}
