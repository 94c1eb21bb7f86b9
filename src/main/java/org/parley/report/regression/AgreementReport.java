package org.parley.report.regression;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.regress.AgreementResult;
import org.parley.regress.AgreementResult.CaseAdvice;
import org.parley.regress.AgreementResult.CodedPosture;
import org.parley.regress.AgreementResult.FactAgreement;
import org.parley.regress.AgreementResult.Turn;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells how far coders agree, and what their differences do to the advice. */
public final class AgreementReport {
  private AgreementReport() {}

  /**
   * The result.
   *
   * @param most how many turning differences to tell of each case
   */
  public static Report of(AgreementResult result, int most) {
    return new Report(() -> document(result, most), () -> result);
  }

  private static Document document(AgreementResult result, int most) {
    Document document =
        new Document("Agreement between coders")
            .add(
                paragraph(
                    "%s, %s coded by two or more of them. %d of %d pairs of known values are equal; in %s one coder knows a fact and another one does not."
                        .formatted(
                            Figures.count(result.coders().size(), "coder"),
                            Figures.count(result.cases(), "case"),
                            result.equal(),
                            result.pairs(),
                            Figures.count(result.knownAgainstUnknown(), "further pair"))),
                note(AgreementResult.CAUTION));
    List<String> apart =
        result.advice().stream()
            .filter(a -> !a.apart().isEmpty())
            .map(CaseAdvice::subject)
            .toList();
    if (!apart.isEmpty()) {
      document.add(
          Document.answer(
              Tone.ALERT,
              "These may be codings of different cases, and then %s: %s."
                  .formatted(
                      apart.size() == result.cases()
                          ? "nothing below means anything"
                          : "nothing that is said of them below means anything, nor do counts that"
                              + " they are part of",
                      String.join(", ", apart))));
    }
    List<String> low =
        result.facts().stream().filter(FactAgreement::tooLittle).map(FactAgreement::name).toList();
    if (!low.isEmpty()) {
      document.add(
          Document.answer(
              Tone.POOR,
              "Too little agreement for a conclusion (alpha below %s) on %s: %s."
                  .formatted(
                      AgreementResult.TENTATIVE,
                      Figures.count(low.size(), "fact"),
                      String.join(", ", low))));
    }
    facts(document, result.facts());
    document.section(
        "What the differences do to the advice",
        paragraph(
            result.cases() == 1
                ? "The case %s as one posture on all codings."
                    .formatted(result.samePosture() == 1 ? "comes out" : "does not come out")
                : "%d of %d cases come out as one posture on all codings."
                    .formatted(result.samePosture(), result.cases())),
        Document.items(result.advice(), a -> advice(a, most)));
    if (result.advice().stream().flatMap(a -> a.postures().stream()).anyMatch(p -> !p.favoured())) {
      document.add(note(Wording.LEANING));
    }
    if (!result.codedOnce().isEmpty()) {
      document.section(
          "Coded by one coder alone", paragraph(String.join(", ", result.codedOnce()) + "."));
    }
    return document.foot(Words.plain(Wording.CAVEAT));
  }

  private static void facts(Document document, List<FactAgreement> facts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(note(AgreementResult.METHOD));
    blocks.add(
        table(
            "Facts",
            List.of(
                new Block.Column("Fact"),
                new Block.Column("Scale"),
                Block.Column.figures("Alpha"),
                Block.Column.figures("Equal"),
                Block.Column.figures("One knows")),
            facts,
            AgreementReport::line));
    Map<String, List<String>> undefined = new TreeMap<>();
    facts.stream()
        .filter(f -> f.alpha() == null)
        .forEach(
            f -> undefined.computeIfAbsent(f.undefined(), why -> new ArrayList<>()).add(f.name()));
    undefined.forEach(
        (why, names) ->
            blocks.add(
                paragraph(
                    "Without alpha, since %s: %s.".formatted(why, String.join(", ", names)))));
    document.section("Facts", blocks);
    List<FactAgreement> apart = facts.stream().filter(f -> !f.differ().isEmpty()).toList();
    if (!apart.isEmpty()) {
      document.section(
          "Where known values differ", Document.items(apart, AgreementReport::differences));
    }
  }

  private static Block.Line line(FactAgreement fact) {
    return new Block.Line(
        Words.plain(fact.name()),
        Words.plain(fact.scale()),
        fact.alpha() == null
            ? Words.dim("–")
            : Words.of(fact.tooLittle() ? Tone.BAD : Tone.PLAIN, three(fact.alpha())),
        Words.plain("%d of %d".formatted(fact.equal(), fact.pairs())),
        Words.plain(String.valueOf(fact.knownAgainstUnknown())));
  }

  private static Item differences(FactAgreement fact) {
    return new Item(
        Words.about(
            fact.name(),
            fact.differ().stream()
                .map(
                    d ->
                        d.values().stream()
                            .map(v -> v.coder() + " " + v.value())
                            .collect(Collectors.joining(", ", d.subject() + " (", ")")))
                .collect(Collectors.joining("; "))));
  }

  /** As the literature gives the coefficient. */
  private static String three(double alpha) {
    return String.format(Locale.ROOT, "%.3f", alpha);
  }

  private static Item advice(CaseAdvice advice, int most) {
    Item item =
        new Item(
            Words.about(
                advice.subject(),
                advice.same()
                    ? Wording.marked(
                            advice.postures().get(0).posture().label(),
                            advice.postures().stream().allMatch(CodedPosture::favoured))
                        + " on all codings"
                    : advice.postures().stream()
                        .map(AgreementReport::posture)
                        .collect(Collectors.joining("; "))));
    if (!advice.apart().isEmpty()) {
      item =
          item.note(
              Words.of(
                  Tone.ALERT,
                  "may be codings of different cases: they differ in "
                      + String.join(", ", advice.apart())));
    }
    if (advice.turns().isEmpty()) {
      return item.with(
          new Item(
              advice.differ().isEmpty()
                  ? "the tables see the same facts on all codings"
                  : "%s seen otherwise; none turns a coding by itself%s"
                      .formatted(
                          Figures.count(advice.differ().size(), "fact"),
                          advice.same() ? "" : ", nor do two together")));
    }
    return item.with(advice.turns(), most, AgreementReport::turn);
  }

  private static String posture(CodedPosture coded) {
    return "%s %s"
        .formatted(
            Wording.marked(coded.posture().label(), coded.favoured()), "by " + coded.coder());
  }

  private static Item turn(Turn turn) {
    String exchanged =
        turn.facts().stream()
            .map(
                f ->
                    "%s: %s %s %s"
                        .formatted(
                            f.name(), Wording.known(f.from()), Sign.ARROW, Wording.known(f.to())))
            .collect(Collectors.joining(", and "));
    return new Item(
        Words.about(turn.coder(), exchanged).then(Tone.PLAIN, "gives " + turn.posture().label()));
  }
}
