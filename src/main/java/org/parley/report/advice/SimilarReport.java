package org.parley.report.advice;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Observation;
import org.parley.Recommendation;
import org.parley.SimilarCase;
import org.parley.SimilarCases;
import org.parley.regress.RegressionResult;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells which cases are most like another. */
public final class SimilarReport {
  private static final String CAVEAT =
      "Alike is not cause: that two cases share facts does not say that one will go the way of the"
          + " other. What history shows is what was done, not what was right.";
  private static final String HOW =
      "1.00 would be equal in all that is known. A fact that only one of the two knows counts half;"
          + " numbers count by the bands that the tables tell apart.";
  private static final int MOST_DIFFERENCES = 5;

  private SimilarReport() {}

  /**
   * What programs read of it.
   *
   * @param advised what the tables favour, or lean to, in the case that they are compared with
   * @param favoured whether enough is known to favour it
   * @param closed what is never left out beside a closed posture
   * @param compared with how many cases it was compared
   * @param complete whether these are all that there are
   */
  public record Answer(
      @JsonProperty("case") String subject,
      Recommendation advised,
      boolean favoured,
      String closed,
      List<SimilarCase> similar,
      int compared,
      boolean complete,
      String caveat) {}

  /**
   * The answer.
   *
   * @param advice on the case that they are compared with
   */
  public static Report of(Advice advice, SimilarCases similar) {
    return new Report(
        () -> document(advice, similar),
        () ->
            new Answer(
                advice.subject().id(),
                Recommendation.of(advice),
                advice.favoured(),
                Wording.closed(advice),
                similar.cases(),
                similar.compared(),
                similar.isComplete(),
                CAVEAT));
  }

  private static Document document(Advice advice, SimilarCases similar) {
    Document document =
        Wording.about(advice).front(Wording.result(advice, Wording.stance(advice), List.of()));
    if (!Wording.closed(advice).isEmpty()) {
      document.front(paragraph(Wording.closed(advice)));
    }
    return document.section("The cases most like it", blocks(similar));
  }

  /** What is said of them. */
  static List<Block> blocks(SimilarCases similar) {
    if (similar.among() == 0) {
      return List.of(paragraph("There is no other case to compare with."));
    }
    List<Block> blocks = new ArrayList<>();
    if (!similar.isComplete()) {
      blocks.add(
          paragraph(
              "The search was ended when %d of %s had been compared: a nearer one may be missing."
                  .formatted(similar.compared(), Figures.count(similar.among(), "case"))));
    }
    blocks.add(
        Document.table(
            "The nearest cases",
            List.of(
                new Block.Column("Case"),
                Block.Column.clear("About"),
                new Block.Column("Tables"),
                new Block.Column("History shows"),
                new Block.Column("Differences")),
            similar.cases(),
            SimilarReport::line));
    blocks.add(note(HOW));
    blocks.add(paragraph(CAVEAT));
    return blocks;
  }

  private static Block.Line line(SimilarCase similar) {
    Case subject = similar.subject();
    Words title =
        Words.plain(subject.id().equals(Wording.title(subject)) ? "" : Wording.title(subject));
    Words setting =
        Stream.concat(Wording.setting(subject).stream(), Wording.actors(subject).stream())
            .map(Words::dim)
            .reduce(Words.NONE, Words::listed);
    return new Block.Line(
        Tone.PLAIN,
        List.of(
            new Block.Cell(
                Words.strong(Figures.hundredths(similar.likeness()))
                    .listed(Words.plain(subject.id()))),
            new Block.Cell(Stream.of(title, setting).filter(w -> !w.isEmpty()).toList()),
            new Block.Cell(
                Words.plain(
                    Wording.favour(similar.advice()) + " " + Wording.stance(similar.advice()))),
            new Block.Cell(Words.plain(observed(similar.subject().observed()))),
            new Block.Cell(differences(similar))));
  }

  /** What is on record, and how sure the record is. */
  private static String observed(Observation observed) {
    if (observed == null) {
      return "nothing on record";
    }
    String done = RegressionResult.Stance.of(observed).describe();
    return observed.confidence() == null
        ? done
        : "%s (%s confidence)".formatted(done, observed.confidence());
  }

  private static List<Words> differences(SimilarCase similar) {
    if (similar.differences().isEmpty()) {
      return List.of(Words.plain("nothing that either of them knows"));
    }
    return List.of(
        Words.plain("they differ on " + Figures.count(similar.differences().size(), "fact")),
        Document.first(
                similar.differences(),
                MOST_DIFFERENCES,
                d ->
                    Words.plain(
                        "%s: %s here, %s there"
                            .formatted(
                                d.fact(), Wording.known(d.here()), Wording.known(d.there()))))
            .stream()
            .reduce(Words.NONE, Words::listed));
  }
}
