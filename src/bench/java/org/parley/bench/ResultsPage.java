package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a page of Markdown: a copy of it stands in the guide. */
final class ResultsPage {
  private final List<Score> scores;
  private final Map<Ratio, Double> ratios;
  private final ColdStart.Result cold;
  private final List<String> versions;
  private final Map<String, List<String>> adaptations;

  ResultsPage(
      List<Score> scores,
      Map<Ratio, Double> ratios,
      ColdStart.Result cold,
      List<String> versions,
      Map<String, List<String>> adaptations) {
    this.scores = scores;
    this.ratios = ratios;
    this.cold = cold;
    this.versions = versions;
    this.adaptations = adaptations;
  }

  String text() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| path | Parley against | ratio | goal | met |");
    lines.add("|---|---|---:|---:|---|");
    ratios.forEach((ratio, value) -> lines.add(row(ratio, value)));
    lines.add("");
    lines.add("| path | contender | cases a second | ± (99.9 %) |");
    lines.add("|---|---|---:|---:|");
    scores.forEach(
        s ->
            lines.add(
                "| %s | %s | %s | %s |"
                    .formatted(
                        s.path(), s.contender(), number(s.operations()), number(s.error()))));
    lines.add("| cold | parley | %s s | |".formatted(number(cold.parley())));
    lines.add("| cold | KIE | %s s | |".formatted(number(cold.kie())));
    lines.add("");
    lines.add("Machine: %s.".formatted(machine()));
    lines.add("");
    lines.add("Versions: %s.".formatted(String.join(", ", versions)));
    lines.add("");
    METHOD.forEach(lines::add);
    adaptations.forEach(
        (contender, changes) -> {
          lines.add("");
          lines.add("Changed for %s:".formatted(contender));
          lines.add("");
          changes.forEach(change -> lines.add("- " + change));
        });
    return String.join("\n", lines) + "\n";
  }

  /** A number with four digits that count, or all digits before the point. */
  static String number(double value) {
    return Math.abs(value) >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String row(Ratio ratio, double value) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            ratio.path(),
            ratio.against(),
            number(value),
            ratio.goal(),
            ratio.isMet(value) ? "yes" : "no");
  }

  private static String machine() throws IOException {
    return "%s, %d cores, %s %s, %s %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.runtime.version"));
  }

  private static String processor() throws IOException {
    Path information = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(information)) {
      return "processor not known";
    }
    return Files.readAllLines(information).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("processor not known");
  }

  private static final List<String> METHOD =
      List.of(
          "Method: JMH, throughput, five rounds of one and a half seconds in a process of its own,"
              + " after four of one to warm up (full, bulk and pipeline, where much code has to be compiled"
              + " first, after twelve; Parley's sweep in three processes); %,d random cases, the same in every run, each fact one of its values with equal"
                  .formatted(RandomCases.COUNT)
              + " chance, `unknown` included; all contenders first answered all decisions of all of"
              + " them alike. The score is the mean.",
          "",
          "- encoded: a case in the contender's own form goes in; all decisions are answered;"
              + " posture, verdicts and, where the contender tells them, the number of every row that"
              + " matched are read. KIE as it comes and jDMN do not tell rows; Camunda hands rows to a"
              + " listener that it calls anyway.",
          "- full: the facts of the shipped cases go in as strings, the whole advice comes out,"
              + " its trace to be worded when somebody reads it, which nobody does here; KIE checks"
              + " types and has a listener that keeps the rows.",
          "- sweep: only what posture and unofficial track need, one thread; Parley over columns of a"
              + " million cases, the others case by case; the hand-written code keeps no rows here."
              + " Processor time is that of the whole process.",
          "- bulk: the same cases, ten thousand at a time; encode puts their facts into columns, advise"
              + " gives an advice on each in their order, what explains it left to be asked for.",
          "- pipeline: the shipped cases with events; Parley runs rules, decisions and advice, the"
              + " pool only the rules, on facts made ready before.",
          "- cold: a fresh process, `advise` on a case with events against KIE that loads the linked"
              + " model and decides once; same options and class path, taking turns; median."
              + " Tables of one's own: a copy in which every list of two is written the other way"
              + " round, loaded with its rules until the first advice, with no options.",
          "- hand-written: Java generated from the tables as one would write it by hand, with enums,"
              + " a method for each decision, rows in order, and one object of results used again.");
}
