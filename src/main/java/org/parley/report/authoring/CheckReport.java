package org.parley.report.authoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.parley.report.document.Document.answer;
import static org.parley.report.document.Document.items;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.section;
import static org.parley.report.document.Document.table;
import static org.parley.report.document.Figures.count;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.author.check.Check;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;
import org.parley.author.check.Level;
import org.parley.author.check.PrinciplesResult;
import org.parley.author.check.TurnedOff;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Junit;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/** Tells what a check of a knowledge base found. */
public final class CheckReport {

  private CheckReport() {}

  /** The findings. */
  public static Report of(CheckResult result) {
    return new Report(
        () -> document(result),
        () -> result,
        Map.of("sarif", () -> CheckSarif.render(result), "junit", () -> junit(result)));
  }

  /** How principles stand; of those that are built in only what somebody must look at. */
  public static Report of(PrinciplesResult result) {
    return new Report(() -> document(result), () -> result);
  }

  /** What a knowledge base is checked for; the guide's catalogue is made of it. */
  public static Report catalogue() {
    return new Report(
        CheckReport::checks, () -> Arrays.stream(Check.values()).map(Kind::of).toList());
  }

  /** What is checked for. */
  public record Kind(String id, String level, String group, String finds, String not, String but) {

    static Kind of(Check check) {
      return new Kind(
          check.id(),
          check.level().label(),
          check.group().title(),
          check.sentence(),
          check.bad(),
          check.good());
    }
  }

  private static Document document(CheckResult result) {
    Document document =
        new Document("Check")
            .front(
                paragraph(
                    "Checked %s with %s, and %s. %s"
                        .formatted(
                            count(result.tables(), "table"),
                            count(result.rows(), "row"),
                            count(result.cases(), "case file"),
                            result.principles().describe())
                        .strip()),
                answer(result.findings().isEmpty() ? Tone.GOOD : Tone.ALERT, summary(result)));
    Map<String, Map<String, List<Block.Item>>> files =
        result.findings().stream()
            .collect(
                groupingBy(
                    f -> f.place().file(),
                    LinkedHashMap::new,
                    groupingBy(
                        f -> f.place().decision(),
                        LinkedHashMap::new,
                        mapping(CheckReport::item, toList()))));
    files.forEach(
        (file, decisions) ->
            document.section(
                file,
                decisions.entrySet().stream()
                    .map(
                        e ->
                            e.getKey().isEmpty()
                                ? items(e.getValue())
                                : section(Words.strong(e.getKey()), items(e.getValue())))
                    .toList()));
    if (!result.turnedOff().isEmpty()) {
      document.section(
          "Turned off in dmn/checks.csv",
          items(
              result.turnedOff(),
              off -> new Block.Item(Words.about(turnedOff(off), off.setting().why()))));
    }
    return document.section(
        "Not analysed",
        result.notAnalysed().isEmpty()
            ? paragraph("Everything was analysed.")
            : items(result.notAnalysed(), n -> new Block.Item(Words.about(n.what(), n.why()))));
  }

  /** A suite for each group; a check that found nothing is a test that passed. */
  private static String junit(CheckResult result) {
    return Junit.write(
        "parley check",
        Arrays.stream(Check.Group.values())
            .map(
                group ->
                    new Junit.Suite(
                        group.title(),
                        checks(group).stream().flatMap(check -> tests(check, result)).toList()))
            .toList());
  }

  private static List<Check> checks(Check.Group group) {
    return Arrays.stream(Check.values()).filter(check -> check.group() == group).toList();
  }

  private static Stream<Junit.Test> tests(Check check, CheckResult result) {
    List<Junit.Test> failed =
        result.findings().stream()
            .filter(f -> f.check() == check)
            .map(
                f ->
                    Junit.Test.failed(
                        check.id(),
                        f.where(),
                        new Junit.Failure(f.level().label(), f.message(), "")))
            .toList();
    return failed.isEmpty()
        ? Stream.of(Junit.Test.passed(check.id(), check.sentence()))
        : failed.stream();
  }

  private static Block.Item item(CheckFinding finding) {
    Block.Mark mark =
        switch (finding.level()) {
          case ERROR -> new Block.Mark(Tone.BAD, Sign.BLOCKED.toString());
          case WARNING -> new Block.Mark(Tone.ALERT, Sign.ALERT.toString());
          case NOTE -> new Block.Mark(Tone.DIM, Sign.BULLET.toString());
        };
    Words head =
        Words.of(mark.tone(), finding.level().label()).then(Tone.STRONG, finding.check().id());
    if (finding.place().line() > 0) {
      head = head.listed(Words.dim("line " + finding.place().line()));
    }
    String column = finding.place().column();
    head =
        head.listed(Words.row(finding.place().row()))
            .listed(Words.plain(column.isEmpty() ? "" : "column '" + column + "'"));
    return new Block.Item(mark, head, List.of(Words.plain(finding.message())), List.of());
  }

  /** Such as {@code 2 errors, 1 warning}. */
  private static String summary(CheckResult result) {
    String counts =
        Arrays.stream(Level.values())
            .filter(level -> result.count(level) > 0)
            .map(level -> count(result.count(level), level.label()))
            .collect(joining(", "));
    return counts.isEmpty() ? "No finding." : counts + ".";
  }

  /** Such as {@code gap in 'ripeness', 2 findings}. */
  private static String turnedOff(TurnedOff off) {
    String where = off.setting().where();
    return "%s%s, %s"
        .formatted(
            off.setting().check(),
            where.isEmpty() ? " everywhere" : " in '" + where + "'",
            count(off.findings().size(), "finding"));
  }

  private static Document document(PrinciplesResult result) {
    Document document =
        new Document("Principles")
            .front(answer(result.isBroken() ? Tone.ALERT : Tone.GOOD, result.summary()));
    for (State state : State.values()) {
      document.section(state.label(), proofs(result.principles(), state));
    }
    for (State state : List.of(State.BROKEN, State.UNPROVED)) {
      document.section(
          "Built in for every fact and verdict, " + state.label(), proofs(result.builtIn(), state));
    }
    return document;
  }

  private static List<Block> proofs(List<Proof> proofs, State state) {
    List<Block.Item> some =
        proofs.stream().filter(p -> p.state() == state).map(CheckReport::item).toList();
    return some.isEmpty() ? List.of() : List.of(items(some));
  }

  /** A principle with what was found. */
  static Block.Item item(Proof proof) {
    return new Block.Item(Words.about(proof.id(), proof.says()))
        .note(Words.plain(proof.found()))
        .note(Words.dim(proof.why()));
  }

  private static Document checks() {
    Document document = new Document("What `parley check` looks for");
    for (Check.Group group : Check.Group.values()) {
      document.section(
          group.title(),
          paragraph(group.sentence()),
          table(
              group.title(),
              Block.Column.all("check", "level", "what it finds", "not", "but"),
              checks(group),
              check ->
                  new Block.Line(
                      Words.of(Tone.CODE, check.id()),
                      Words.plain(check.level().label()),
                      Words.plain(check.sentence()),
                      Words.plain(check.bad()),
                      Words.plain(check.good()))));
    }
    return document;
  }
}
