package org.parley.report.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.game.Parameters;
import org.parley.game.PostureGame;
import org.parley.game.Region;
import org.parley.report.advice.AdviceSample;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PhaseDiagramTest {
  private static final Advice ADVICE = AdviceSample.rich();

  @Test
  void equalGamesGiveEqualBytes() {
    assertThat(PhaseDiagram.of(reading("c=0.3")).file())
        .isEqualTo(PhaseDiagram.of(reading("c=0.3")).file());
  }

  @Test
  void namesInsideAreSteady() {
    Matcher ids =
        Pattern.compile("\\sid=\"([^\"]+)\"").matcher(PhaseDiagram.of(reading("c=0.3")).file());
    Set<String> seen = new HashSet<>();
    while (ids.find()) {
      assertThat(ids.group(1)).matches("game-(\\d+|title|desc)");
      assertThat(seen.add(ids.group(1))).isTrue();
    }
    assertThat(seen).contains("game-title", "game-desc");
  }

  @Test
  void itTellsThoseWhoCannotSeeItWhatItShows() throws Exception {
    Element svg = parse(PhaseDiagram.of(reading("c=0.3")).file()).getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("game-title game-desc");
    assertThat(text(svg, "title")).isEqualTo("Where VN-04 lies in the posture game");
    assertThat(text(svg, "desc"))
        .contains("a reconstruction of the signalling game")
        .contains("VN-04 lies at 0.6 to the right and 0.71 upwards, in region a'")
        .contains("without the signal");
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    String svg = PhaseDiagram.of(reading("c=0.3")).file();

    assertThat(svg.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", ""))
        .doesNotContain("http", "@import", "@font-face", "<script", "<image", "<foreignObject");
  }

  @Test
  void regionsAreToldApartByLabelsAndPatternsToo() throws Exception {
    for (Region region : Region.values()) {
      String svg = PhaseDiagram.of(reading(numbersOf(region))).file();
      assertThat(parse(svg).getDocumentElement().getTextContent())
          .as("%s", region)
          .contains(region.code());
    }
    assertThat(patterns(Region.values()))
        .as("what opens anyway is one kind, and what is safe needs no pattern")
        .hasSize(Region.values().length - 3);
  }

  @Test
  void namesOfCasesStayText() throws Exception {
    Advice hostile =
        new AdviceSample(
            ADVICE.subject().toBuilder().id("<script>&\"x\"]]>\u001b[31m").build(),
            ADVICE.posture(),
            ADVICE.combinedWith(),
            ADVICE.unofficialTrack(),
            ADVICE.confidence(),
            ADVICE.verdicts(),
            ADVICE.reasons(),
            ADVICE.runnerUp(),
            ADVICE.steps(),
            ADVICE.warnings(),
            ADVICE.reviewWithinDays(),
            ADVICE.facts(),
            ADVICE.unknown(),
            ADVICE.findings(),
            null,
            ADVICE.trace(),
            ADVICE.knowledge());
    String svg =
        PhaseDiagram.of(new GameReading(hostile, new PostureGame(numbers("c=0.3")), Set.of()))
            .file();

    assertThat(svg).doesNotContain("<script>", "\u001b");
    assertThat(text(parse(svg).getDocumentElement(), "title")).contains("<script>&\"x\"");
  }

  @Test
  void whatLiesBeyondTheEdgeIsShownAtTheEdgeWithItsPlace() {
    assertThat(PhaseDiagram.of(reading("c=50")).file()).contains("VN-04 (at 100)");
  }

  private static Set<String> patterns(Region... regions) {
    Set<String> patterns = new HashSet<>();
    for (Region region : regions) {
      Pattern.compile("<pattern.*?<path d=\"([^\"]+)\"")
          .matcher(PhaseDiagram.of(reading(numbersOf(region))).file())
          .results()
          .forEach(m -> patterns.add(m.group(1)));
    }
    return patterns;
  }

  private static String numbersOf(Region region) {
    return switch (region) {
      case SAFE -> "c=0.6";
      case REPUTATION -> "p=0.9";
      case PROOF -> "lambda_H=0.1";
      case BLUFF -> "lambda_H=0.1 k_L=0.7";
      case CLOSED -> "lambda_H=0.1 k_H=0.3";
      case LOW_OPENS_ANYWAY -> "b_L=4";
      case HIGH_OPENS_ANYWAY -> "b_H=2";
      case BOTH_OPEN_ANYWAY -> "b_H=2 b_L=4";
    };
  }

  private static GameReading reading(String changes) {
    return new GameReading(ADVICE, new PostureGame(numbers(changes)), Set.of());
  }

  private static Parameters numbers(String changes) {
    Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
    String given =
        "p=0.2 c=0.3 pi_H=0.2 pi_L=0.5 b_H=0.2 b_L=0.75 D=7 k_H=0.15 k_L=0.85 lambda_H=0.8"
            + " lambda_L=0.08 g=0 i=0 t=0.6 v=0.1 ";
    for (String entry : (given + changes).split(" ")) {
      String[] parts = entry.split("=");
      numbers.put(Parameter.find(parts[0]).orElseThrow(), Double.valueOf(parts[1]));
    }
    return Parameters.of(numbers);
  }

  private static String text(Element svg, String name) {
    return svg.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
