package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide shows what the commands print: blocks that begin with {@code $ parley} are run. */
class GuideTest {
  private static final Path GAME = Path.of("src/site/markdown/game.md");
  private static final Path DIAGRAM = Path.of("src/site/resources/images/game-VN-01.svg");
  private static final Pattern BLOCK =
      Pattern.compile("```\\n\\$ parley ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void theGameGuideShowsWhatIsPrinted() throws Exception {
    Matcher blocks = BLOCK.matcher(Files.readString(GAME));
    int run = 0;
    while (blocks.find()) {
      String printed = run(words(blocks.group(1)));
      int from = 0;
      for (String part : blocks.group(2).split("(?m)^\\.\\.\\.\\n")) {
        assertThat(printed.substring(from)).as(blocks.group(1)).contains(part);
        from = printed.indexOf(part, from) + part.length();
      }
      run++;
    }
    assertThat(run).isEqualTo(3);
  }

  @Test
  void theDiagramOfTheGuideIsTheOneThatIsDrawn(@TempDir Path folder) {
    Path drawn = folder.resolve("game.svg");

    run(List.of("game", "cases/vietnam-war/VN-01.yaml", "--svg", drawn.toString()));

    assertThat(drawn).hasSameTextualContentAs(DIAGRAM);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  private static String run(List<String> args) {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            false,
            StandardCharsets.UTF_8,
            80);
    assertThat(Main.run(terminal, args.toArray(String[]::new))).isZero();
    terminal.out().flush();
    return out.toString();
  }
}
