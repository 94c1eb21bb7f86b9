package org.parley.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.parley.knowledge.KnowledgeBase;

/** Run by the build: compares the contenders, measures them and writes the results. */
final class RunBenchmark {
  private static final List<String> CONTENDERS =
      List.of("parley", "hand-written", "KIE", "Camunda", "jDMN");
  private static final int COLD_PAIRS = 5;

  private RunBenchmark() {}

  /**
   * Measures.
   *
   * @param args the build's folder, whether to be quick ({@code true} or {@code false}), and the
   *     versions of the contenders
   */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Path target = Path.of(args[0]);
    Path results = target.resolve("bench");
    boolean quick = Boolean.parseBoolean(args[1]);
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    List<Map<String, String>> cases =
        RandomCases.draw(knowledge, quick ? RandomCases.COUNT / 100 : RandomCases.COUNT);
    System.out.printf("Comparing all contenders on %d cases ...%n", cases.size());
    new EqualityCheck(knowledge, CONTENDERS).run(cases);
    System.out.println("They answer alike. Measuring cold starts ...");
    ColdStart.Result cold = new ColdStart(target, results).run(quick ? 1 : COLD_PAIRS);
    Measurement measurement = new Measurement(quick);
    measurement.run();
    Map<Ratio, Double> ratios = measurement.ratios();
    ratios.put(Ratio.COLD_VS_KIE, cold.ratio());
    ratios.put(Ratio.OWN_TABLES_S, cold.ownTables());
    List<String> versions = Arrays.asList(args).subList(2, args.length);
    ResultsPage page =
        new ResultsPage(measurement.scores(), ratios, cold, versions, adaptations(knowledge));
    Files.writeString(results.resolve("results.md"), page.text());
    Files.writeString(results.resolve("ratios.json"), json(ratios));
    System.out.println(page.text());
  }

  private static Map<String, List<String>> adaptations(KnowledgeBase knowledge) {
    Map<String, List<String>> adaptations = new LinkedHashMap<>();
    for (String name : CONTENDERS) {
      List<String> changes = Contender.named(name, knowledge).adaptations();
      if (!changes.isEmpty()) {
        adaptations.put(name, changes);
      }
    }
    return adaptations;
  }

  private static String json(Map<Ratio, Double> ratios) throws IOException {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    for (Ratio ratio : Ratio.values()) {
      double value = ratios.get(ratio);
      numbers.put(ratio.key(), new BigDecimal(value, new MathContext(4)));
    }
    return new ObjectMapper()
            .configure(
                com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(numbers)
        + "\n";
  }
}
