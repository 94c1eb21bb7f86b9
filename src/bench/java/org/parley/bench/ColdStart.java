package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
   */
  record Result(double parley, double kie, double ratio) {}

  Result run(int pairs) throws IOException, InterruptedException {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Path model = Files.writeString(work.resolve("cold.dmn"), knowledge.linkedDmn());
    Path facts = Files.writeString(work.resolve("cold.txt"), facts(knowledge));
    List<String> parley = command("org.parley.cli.Main", "advise", CASE.toString());
    List<String> kie = command(BareKie.class.getName(), model.toString(), facts.toString());
    List<Double> ofParley = new ArrayList<>();
    List<Double> ofKie = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    // the first pair only warms the caches of the file system
    for (int i = 0; i <= pairs; i++) {
      double one = seconds(parley);
      double other = seconds(kie);
      if (i > 0) {
        ofParley.add(one);
        ofKie.add(other);
        ratios.add(one / other);
      }
    }
    return new Result(median(ofParley), median(ofKie), median(ratios));
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

  private List<String> command(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
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
    int code =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit %d of %s".formatted(code, command));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
