package org.parley.report.advice;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;
import org.parley.explain.Redaction;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Result;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.json.AboutCase;
import org.parley.report.words.Wording;

/** Tells why the tables do not favour a posture. */
public final class WhyNotReport {
  private static final int MOST_WAYS = 3;
  private static final int FACTS_AT_ONCE = 2;

  private WhyNotReport() {}

  /** The answer to the question about one posture. */
  public static Report of(Advice advice, WhyNot whyNot) {
    return new Report(
        () -> document(advice, whyNot), () -> AboutCase.of(advice, Answer.of(advice, whyNot)));
  }

  /**
   * What programs read of it.
   *
   * @param shortestWays the smallest sets of changes that would lead there
   * @param searched up to how many facts at once all sets were tried; absent where it is favoured
   */
  public record Answer(
      @JsonUnwrapped WhyNot whyNot,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<ChangeSet> shortestWays,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer searched) {

    static Answer of(Advice advice, WhyNot whyNot) {
      if (whyNot.isFavoured()) {
        return new Answer(whyNot, List.of(), null);
      }
      Changes changes = shortest(advice, whyNot);
      return new Answer(whyNot, certain(changes), changes.most());
    }
  }

  private static Changes shortest(Advice advice, WhyNot whyNot) {
    return advice.changes(whyNot.asked(), FACTS_AT_ONCE);
  }

  private static List<ChangeSet> certain(Changes changes) {
    return changes.sets().stream().filter(s -> s.group() != Changes.Group.DOUBT).toList();
  }

  private static Document document(Advice advice, WhyNot whyNot) {
    Document document = Wording.about(advice);
    document.front(
        new Result(
            "Why not",
            whyNot.asked() + "?",
            List.of(
                field("The tables " + Wording.favour(advice), whyNot.posture().label()),
                field("Their verdict on it", whyNot.verdict().level().label()))));
    if (whyNot.isFavoured()) {
      return document.add(paragraph("It is what the tables %s.".formatted(Wording.favour(advice))));
    }
    document.section("What gave the verdict", verdict(whyNot));
    document.section(title(whyNot), ways(advice, whyNot));
    Changes changes = shortest(advice, whyNot);
    List<Block> ways = ChangesReport.groups(certain(changes), MOST_WAYS);
    if (!changes.complete()) {
      ways = new ArrayList<>(ways);
      ways.add(note("How far it was searched: " + ChangesReport.tried(changes)));
    }
    if (!ways.isEmpty()) {
      document.section("The shortest ways there", ways);
    }
    return document;
  }

  /** What a report on a whole case says of it. */
  static Block briefly(Advice advice, WhyNot whyNot) {
    List<Block> body = new ArrayList<>(List.of(verdict(whyNot)));
    body.addAll(ways(advice, whyNot));
    return section(
        Words.plain("Why not %s (%s)".formatted(whyNot.asked(), whyNot.verdict().level())), body);
  }

  private static String title(WhyNot whyNot) {
    return whyNot.verdict().level() == Verdict.Level.RECOMMENDED
        ? "It is recommended, but another option was preferred; what would have preferred it"
        : "The rows that would have recommended it, nearest first";
  }

  private static Block verdict(WhyNot whyNot) {
    return Document.items(
        whyNot.verdict().rows(),
        row ->
            new Item(row.why())
                .note(Wording.lookUp(row.id(), row.source(), row.statements()))
                .with(
                    row.inputs().entrySet(),
                    e -> new Item(e.getKey() + " is " + Wording.known(e.getValue()))));
  }

  private static List<Block> ways(Advice advice, WhyNot whyNot) {
    if (whyNot.ways().isEmpty()) {
      return List.of(
          paragraph("No row of the tables would have given %s here.".formatted(whyNot.asked())));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        note(
            "Values of facts under which the tables would speak otherwise; to ask for them is not to"
                + " advise anybody to bring them about."));
    blocks.add(Document.some(whyNot.ways(), MOST_WAYS, way -> way(advice, whyNot, way)));
    return blocks;
  }

  private static Item way(Advice advice, WhyNot whyNot, WhyNot.Way way) {
    NearRow row = way.row();
    Item item = new Item(row.why()).note(Wording.lookUp(row.id(), row.source(), row.statements()));
    if (way.equals(whyNot.ways().get(0))) {
      item = item.with(row.cells(), WhyNotReport::cell);
    }
    String facts =
        way.assuming().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return item.with(
        new Item(
            Words.about(
                "With " + facts,
                "the verdict would be %s, and the tables would %s %s."
                    .formatted(way.level(), Wording.favour(advice), way.posture()))));
  }

  private static Item cell(FailingCell cell) {
    Item item =
        new Item(
            Words.about(
                cell.input(),
                cell.value().equals(Redaction.WITHHELD)
                    ? Redaction.WITHHELD
                    : "%s; %s would pass"
                        .formatted(
                            Wording.known(cell.value()), String.join(" or ", cell.wanted()))));
    NearRow through = cell.through();
    return through == null
        ? item
        : item.note(Words.of(Tone.DIM, "for instance by: " + through.why()).thenRow(through.id()))
            .with(through.cells(), WhyNotReport::cell);
  }
}
