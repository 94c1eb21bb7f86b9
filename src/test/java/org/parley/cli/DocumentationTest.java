package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.Precedents;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.CalibrationChart;
import org.parley.report.authoring.KnowledgeReport;
import org.parley.report.document.MarkdownWriter;

/**
 * What README and guide show is true: their programs are compiled and run, and what they say that a
 * command prints is what it prints. In a {@code console} block a line of {@code …} stands for any
 * lines.
 */
class DocumentationTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final String PROMPT = "$ ./parley";
  private static final String ELLIPSIS = "…";

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatTheGuideShows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (String block : blocks(page, "console")) {
        for (String session : block.split("(?m)^(?=\\$ )")) {
          if (session.startsWith(PROMPT)) {
            String command = session.lines().findFirst().orElseThrow();
            tests.add(
                DynamicTest.dynamicTest(
                    page.getFileName() + ": " + command, () -> prints(command, session)));
          }
        }
      }
    }
    return tests.stream();
  }

  @Test
  void theReadmesProgramCompilesAndPrintsWhatItSays(@TempDir Path folder) throws Exception {
    String program = blocks(Path.of("README.md"), "java").get(0);
    String printed = blocks(Path.of("README.md"), "text").get(0);
    String name = compile(program, folder);

    assertThat(output(folder, name)).isEqualTo(printed);
  }

  @Test
  void theProgramsOfThePageOnSpeedPrintWhatItSays(@TempDir Path folder) throws Exception {
    Path page = Path.of("src/site/markdown/evaluation.md");
    List<String> programs = blocks(page, "java");
    List<String> printed = blocks(page, "text");

    assertThat(programs).isNotEmpty().hasSameSizeAs(printed);
    for (int i = 0; i < programs.size(); i++) {
      assertThat(output(folder, compile(programs.get(i), folder))).isEqualTo(printed.get(i));
    }
  }

  @Test
  void theTestsThatTheGuideShowsPass(@TempDir Path folder) throws Exception {
    List<String> programs = blocks(Path.of("src/site/markdown/embedding.md"), "java");

    assertThat(programs).isNotEmpty();
    for (String program : programs) {
      passes(compile(program, folder), folder);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "game-VN-01.svg, game, cases/vietnam-war/VN-01.yaml",
    "timeline-vietnam-war.svg, timeline, Vietnam War",
  })
  void theDrawingsOfTheGuideAreThoseThatAreDrawn(
      String drawing, String command, String argument, @TempDir Path folder) {
    Path drawn = folder.resolve(drawing);

    run(command, argument, "--svg", drawn.toString());

    assertThat(drawn).hasSameTextualContentAs(Path.of("src/site/resources/images", drawing));
  }

  @Test
  void thePictureOfThePrecedentsShowsTheirRecord() throws IOException {
    try (Advisor advisor = Parley.builtIn()) {
      Precedents precedents = advisor.advise(Case.of(Map.of())).precedents().orElseThrow();

      assertThat(CalibrationChart.of(precedents.record()).file())
          .isEqualTo(Files.readString(Path.of("src/site/resources/images/precedents.svg")));
    }
  }

  /** {@code parley knowledge -o src/site/markdown/knowledge.md} writes it anew. */
  @Test
  void thePageOfTheTablesSaysWhatTheTablesSay() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/knowledge.md"));

    assertThat(page)
        .isEqualTo(MarkdownWriter.write(KnowledgeReport.of(KnowledgeBase.load(Path.of("")))));
  }

  /** {@code parley knowledge --facts -o src/site/markdown/facts.md} writes it anew. */
  @ParameterizedTest
  @CsvSource({"facts.md,--facts", "event-types.md,--event-types"})
  void thePagesOfTheWordsSayWhatTheVocabularySays(String name, String option) throws IOException {
    assertThat(Files.readString(Path.of("src/site/markdown", name)))
        .isEqualTo(Run.of("knowledge", option).out());
  }

  @Test
  void everyFileThatTheReadmeLinksToExists() throws IOException {
    assertThat(
            Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(m -> Path.of(m.group(1))))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p).exists());
  }

  /** Compiles a program and returns the name of its class. */
  private static String compile(String program, Path folder) throws IOException {
    String name = program.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
    Path source = Files.writeString(folder.resolve(name + ".java"), program);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ToolProvider.getSystemJavaCompiler()
        .run(null, messages, messages, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    return name;
  }

  private static void passes(String name, Path classes) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      for (Method method : constructor.getDeclaringClass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          method.setAccessible(true);
          method.invoke(constructor.newInstance());
        }
      }
    }
  }

  private static String output(Path classes, String name) throws Exception {
    java.io.PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new java.io.PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void prints(String command, String session) {
    List<String> arguments =
        ARGUMENT
            .matcher(command.substring(PROMPT.length()))
            .results()
            .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
            .toList();
    String printed = run(arguments.toArray(String[]::new));
    String expected = session.substring(command.length() + 1).stripTrailing();

    String actual = printed.replace(System.lineSeparator(), "\n").stripTrailing();
    if (expected.contains(ELLIPSIS)) {
      assertThat(actual + "\n").matches(pattern(expected));
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static String run(String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Main.run(new Terminal(out, out, false, StandardCharsets.UTF_8, 80), arguments);
    return printed.toString();
  }

  private static Pattern pattern(String expected) {
    String regex =
        expected
            .lines()
            .map(l -> l.strip().equals(ELLIPSIS) ? "(?:.*\\n)*?" : Pattern.quote(l) + "\\n")
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> guide = Files.list(Path.of("src/site/markdown"))) {
      guide.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(page));
    return matcher
        .results()
        .filter(m -> m.group(1).equals(language))
        .map((MatchResult m) -> m.group(2))
        .toList();
  }
}
