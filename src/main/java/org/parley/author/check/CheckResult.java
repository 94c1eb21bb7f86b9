package org.parley.author.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check of a knowledge base found.
 *
 * @param tables how many decision tables it has
 * @param rows how many rows they have
 * @param cases how many case files were read
 * @param principles how those of the knowledge base stand; of none where they were not proved
 * @param builtIn how those stand that hold for every fact and verdict
 * @param findings what was found, by file, line and check
 * @param notAnalysed what was not looked at, and why
 * @param turnedOff what the knowledge base says is not to be reported, and why
 */
public record CheckResult(
    int tables,
    int rows,
    int cases,
    PrincipleCount principles,
    PrincipleCount builtIn,
    List<CheckFinding> findings,
    List<NotAnalysed> notAnalysed,
    List<TurnedOff> turnedOff) {

  public CheckResult {
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
    turnedOff = List.copyOf(turnedOff);
  }

  /** What was found in models that are read each by itself. */
  static CheckResult together(List<CheckResult> parts, NotAnalysed apart) {
    return new CheckResult(
        parts.stream().mapToInt(CheckResult::tables).sum(),
        parts.stream().mapToInt(CheckResult::rows).sum(),
        0,
        parts.get(0).principles(),
        parts.get(0).builtIn(),
        parts.stream()
            .flatMap(p -> p.findings().stream())
            .sorted(CheckFindings.BY_PLACE)
            .distinct()
            .toList(),
        Stream.concat(Stream.of(apart), parts.stream().flatMap(p -> p.notAnalysed().stream()))
            .distinct()
            .toList(),
        List.of());
  }

  /** How many findings are of a level. */
  public long count(Level level) {
    return findings.stream().filter(f -> f.level() == level).count();
  }

  /** Whether some finding is as grave as a level, or graver. */
  public boolean reaches(Level level) {
    return findings.stream().anyMatch(f -> f.level().reaches(level));
  }
}
