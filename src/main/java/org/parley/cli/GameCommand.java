package org.parley.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.report.GameJson;
import org.parley.report.GameMarkdown;
import org.parley.report.GameText;
import org.parley.report.PhaseDiagram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class GameCommand implements Callable<Integer> {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][-+]?\\d{1,2})?");

  @Parameters(paramLabel = "CASE", description = "A case file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "\"NAME=VALUE\"",
      description =
          "Assume a number of the game by its short name (c=0.4), or a value for a fact. Can be"
              + " given several times.")
  private List<String> assumptions = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Look from this day (YYYY-MM-DD).")
  private LocalDate asOf;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw the regions with the case among them, as SVG.")
  private Path svg;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  private final Map<Parameter, BigDecimal> numbers = new EnumMap<>(Parameter.class);

  @Override
  public Integer call() {
    KnowledgeBase base = knowledge.load();
    Case read = new CaseFiles(base.vocabulary()).read(file);
    Case subject = assumed(asOf == null ? read : read.withAsOf(asOf), base);
    try (Advisor advisor = knowledge.advisor(base)) {
      GameReading reading =
          GameReading.of(knowledge.watch("advising", () -> advisor.advise(subject)), numbers);
      if (svg != null) {
        output.writeTo(svg, PhaseDiagram.render(reading));
      }
      output.write(render(reading));
    }
    return Main.FINE;
  }

  private Case assumed(Case subject, KnowledgeBase base) {
    Case assumed = subject;
    for (String text : assumptions) {
      Assumption assumption = Assumption.of(text);
      Optional<Parameter> parameter = Parameter.find(assumption.name());
      if (parameter.isPresent()) {
        numbers.put(parameter.get(), number(assumption));
      } else if (base.vocabulary().fact(assumption.name()).isPresent()) {
        assumed = assumption.in(assumed, base.vocabulary());
      } else {
        throw assumption.refused(neither(assumption.name(), base));
      }
    }
    return assumed;
  }

  private static String neither(String name, KnowledgeBase base) {
    List<String> names =
        Stream.concat(Parameter.symbols().stream(), base.vocabulary().factNames().stream())
            .toList();
    return "'%s' is neither a fact nor a number of the game (%s)%s"
        .formatted(name, String.join(", ", Parameter.symbols()), Nearest.hint(name, names));
  }

  private static BigDecimal number(Assumption assumption) {
    if (!NUMBER.matcher(assumption.value()).matches()) {
      throw assumption.refused("'%s' is not a number such as 0.4".formatted(assumption.value()));
    }
    return new BigDecimal(assumption.value());
  }

  private String render(GameReading reading) {
    return switch (format) {
      case json -> GameJson.render(reading);
      case markdown -> GameMarkdown.render(reading);
      case text -> new GameText(output.style()).render(reading);
    };
  }
}
