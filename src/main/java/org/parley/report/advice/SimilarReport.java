package org.parley.report.advice;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;
import org.parley.UnofficialTrack;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
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

  /** What programs read of it. */
  public record Answer(@JsonProperty("case") String subject, List<Entry> similar, String caveat) {}

  /** What programs read of one of them. */
  public record Entry(
      @JsonProperty("case") String subject,
      String title,
      String conflict,
      LocalDate asOf,
      double likeness,
      Stance advised,
      Observation observed,
      List<Difference> differences) {

    static Entry of(SimilarCase similar) {
      Case subject = similar.subject();
      return new Entry(
          subject.id(),
          subject.title(),
          subject.conflict(),
          subject.asOf(),
          similar.likeness(),
          new Stance(similar.advice().posture(), similar.advice().unofficialTrack()),
          subject.observed(),
          similar.differences());
    }
  }

  /** What is advised, in short. */
  public record Stance(Posture posture, UnofficialTrack unofficialTrack) {}

  /**
   * The answer.
   *
   * @param advice on the case that they are compared with
   */
  public static Report of(Advice advice, List<SimilarCase> similar) {
    return new Report(
        () -> document(advice, similar),
        () -> new Answer(advice.subject().id(), similar.stream().map(Entry::of).toList(), CAVEAT));
  }

  private static Document document(Advice advice, List<SimilarCase> similar) {
    Document document =
        Wording.about(advice)
            .front(new Block.Result(Wording.FAVOUR, Wording.stance(advice), List.of()));
    if (!Wording.closed(advice).isEmpty()) {
      document.front(paragraph(Wording.closed(advice)));
    }
    return document.section("The cases most like it", blocks(similar));
  }

  /** What is said of them. */
  static List<Block> blocks(List<SimilarCase> similar) {
    if (similar.isEmpty()) {
      return List.of(paragraph("There is no other case to compare with."));
    }
    return Stream.concat(
            similar.stream().map(SimilarReport::one), Stream.of(note(HOW), paragraph(CAVEAT)))
        .toList();
  }

  private static Block one(SimilarCase similar) {
    Case subject = similar.subject();
    Words title =
        Words.strong(Figures.hundredths(similar.likeness()))
            .listed(Words.plain(subject.id()))
            .listed(
                Words.plain(
                    subject.id().equals(Wording.title(subject)) ? "" : Wording.title(subject)));
    Words setting =
        Stream.concat(Wording.setting(subject).stream(), Wording.actors(subject).stream())
            .map(Words::dim)
            .reduce(Words.NONE, Words::listed);
    return Document.section(
        title,
        new Block.Paragraph(Block.Manner.PLAIN, setting),
        new Block.Fields(
            List.of(
                Document.field("tables favour", Wording.stance(similar.advice())),
                Document.field("history shows", observed(similar.subject().observed())),
                new Block.Field("they differ on", differences(similar)))));
  }

  /** What is on record, and how sure the record is. */
  private static String observed(Observation observed) {
    if (observed == null) {
      return "nothing on record";
    }
    String done =
        Stream.of(
                observed.posture() == null ? "" : observed.posture().label(),
                observed.unofficialTrack())
            .filter(text -> !Wording.isBlank(text))
            .collect(Collectors.joining(" with "));
    return observed.confidence() == null
        ? done
        : "%s (%s confidence)".formatted(done, observed.confidence());
  }

  private static List<Words> differences(SimilarCase similar) {
    if (similar.differences().isEmpty()) {
      return List.of(Words.plain("nothing that either of them knows"));
    }
    int more = similar.differences().size() - MOST_DIFFERENCES;
    Stream<Words> differences =
        similar.differences().stream()
            .limit(MOST_DIFFERENCES)
            .map(
                d ->
                    "%s: %s here, %s there"
                        .formatted(d.fact(), Wording.known(d.here()), Wording.known(d.there())))
            .map(Words::plain);
    Words rest = Words.dim(more > 0 ? "and %d more that weigh no more".formatted(more) : "");
    return Stream.concat(differences, Stream.of(rest)).filter(w -> !w.isEmpty()).toList();
  }
}
