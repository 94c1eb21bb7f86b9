package org.parley.author.check;

import java.util.List;

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

  /** How many findings are of a level. */
  public long count(Level level) {
    return findings.stream().filter(f -> f.level() == level).count();
  }

  /** Whether some finding is as grave as a level, or graver. */
  public boolean reaches(Level level) {
    return findings.stream().anyMatch(f -> f.level().reaches(level));
  }
}
