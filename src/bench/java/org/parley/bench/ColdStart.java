package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advisor;
import org.parley.Parley;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * The first advice of a fresh process: Parley's command on a case with events against bare KIE on
 * the same facts. The processes take turns and have the same options and class path.
 */
final class ColdStart {
  private static final Path CASE = Path.of("cases", "vietnam-war", "VN-04.yaml");
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private static final Pattern PAIR = Pattern.compile("<text>(\"[^\",<]*\"),(\"[^\",<]*\")</text>");

  private final Path target;
  private final Path work;

  /**
   * Cold starts.
   *
   * @param target the build's folder with the program and its libraries
   * @param work a folder for files between
   */
  ColdStart(Path target, Path work) {
    this.target = target;
    this.work = work;
  }

  /**
   * What was measured.
   *
   * @param parley median seconds
   * @param kie median seconds
   * @param ratio the median of the ratios of the pairs
   * @param ownTables median seconds until an advice on tables of one's own
   */
  record Result(double parley, double kie, double ratio, double ownTables) {}

  Result run(int pairs) throws IOException, InterruptedException {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Path model = Files.writeString(work.resolve("cold.dmn"), knowledge.linkedDmn());
    Path facts = Files.writeString(work.resolve("cold.txt"), facts(knowledge));
    List<String> own = command(List.of(), OwnTables.class.getName(), ownTables().toString());
    List<String> parley = command(OPTIONS, "org.parley.cli.Main", "advise", CASE.toString());
    List<String> kie =
        command(OPTIONS, BareKie.class.getName(), model.toString(), facts.toString());
    List<Double> ofParley = new ArrayList<>();
    List<Double> ofKie = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> ofOwn = new ArrayList<>();
    // the first pair only warms the caches of the file system
    for (int i = 0; i <= pairs; i++) {
      double one = seconds(parley);
      double other = seconds(kie);
      double third = Double.parseDouble(printed(own).strip());
      if (i > 0) {
        ofOwn.add(third);
        ofParley.add(one);
        ofKie.add(other);
        ratios.add(one / other);
      }
    }
    return new Result(median(ofParley), median(ofKie), median(ratios), median(ofOwn));
  }

  /**
   * A copy of the tables in which each cell that lists two words lists them the other way round.
   */
  private Path ownTables() throws IOException {
    Path own = work.resolve("own");
    for (String part : List.of("dmn", "rules")) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = own.resolve(file.toString());
          Files.createDirectories(copy.getParent());
          Files.writeString(
              copy, PAIR.matcher(Files.readString(file)).replaceAll("<text>$2,$1</text>"));
        }
      }
    }
    return own;
  }

  private static String facts(KnowledgeBase knowledge) {
    Map<String, String> known = new LinkedHashMap<>();
    try (Advisor advisor = Parley.builtIn()) {
      advisor.advise(advisor.readCase(CASE)).facts().forEach(f -> known.put(f.name(), f.value()));
    }
    return knowledge.vocabulary().facts().stream()
        .map(f -> f.name() + "\t" + known.getOrDefault(f.name(), notKnown(f)) + "\n")
        .collect(Collectors.joining());
  }

  private static String notKnown(FactType fact) {
    return fact.kind() == FactType.Kind.NUMBER ? "" : FactType.UNKNOWN;
  }

  private List<String> command(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-classpath");
    command.add(
        String.join(
            File.pathSeparator,
            target.resolve("parley.jar").toString(),
            target.resolve("lib").resolve("*").toString(),
            target.resolve("bench").resolve("classes").toString()));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    printed(command);
    return (System.nanoTime() - start) / 1e9;
  }

  private static String printed(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit %d of %s".formatted(code, command));
    }
    return printed;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
