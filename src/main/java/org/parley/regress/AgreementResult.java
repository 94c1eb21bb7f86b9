package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.parley.FactValue;
import org.parley.Posture;

/**
 * How far coders agree who coded the same cases, and what their differences do to the advice.
 *
 * @param coders who they are: the files or folders of their codings without what these share, in
 *     the order in which they were given
 * @param facts the facts that at least one coding knows, in the order of the vocabulary
 * @param advice the cases that two or more of them coded, in the order of their ids
 * @param codedOnce ids of the cases that one of them alone coded; nothing is said of these
 */
public record AgreementResult(
    List<String> coders,
    List<FactAgreement> facts,
    List<CaseAdvice> advice,
    List<String> codedOnce) {

  /** To be said wherever agreement between coders is shown. */
  public static final String CAUTION =
      "Agreement is not correctness: coders who read the same works share their errors.";

  /** How it is measured. */
  public static final String METHOD =
      "Krippendorff's alpha (Krippendorff 2011): 1 where coders agree in all, 0 where they agree as"
          + " often as chance would have it, below 0 where they differ more than that. Values that"
          + " are known are compared; unknown counts as missing. He asks for 0.8, and for 0.667"
          + " where conclusions are tentative. Where nearly all values are the same one, few"
          + " differences make it low: chance alone would have made most of them equal.";

  /** Less than this is too little even for tentative conclusions (Krippendorff 2004). */
  public static final String TENTATIVE = "0.667";

  // a coefficient of two thirds is told as 0.667
  private static final double LEAST = 2.0 / 3 - 1e-9;

  public AgreementResult {
    coders = List.copyOf(coders);
    facts = List.copyOf(facts);
    advice = List.copyOf(advice);
    codedOnce = List.copyOf(codedOnce);
  }

  /** How many cases were coded by two or more. */
  @JsonProperty
  public int cases() {
    return advice.size();
  }

  /** In how many of them the codings come out as one posture. */
  @JsonProperty
  public int samePosture() {
    return (int) advice.stream().filter(CaseAdvice::same).count();
  }

  /** All pairs of known values. */
  @JsonProperty
  public int pairs() {
    return facts.stream().mapToInt(FactAgreement::pairs).sum();
  }

  /** How many of these pairs are equal. */
  @JsonProperty
  public int equal() {
    return facts.stream().mapToInt(FactAgreement::equal).sum();
  }

  /** How often one coder knows what another one says is not known. */
  @JsonProperty
  public int knownAgainstUnknown() {
    return facts.stream().mapToInt(FactAgreement::knownAgainstUnknown).sum();
  }

  /** How it is measured. */
  @JsonProperty
  public String method() {
    return METHOD;
  }

  /** What is to be said wherever this is shown. */
  @JsonProperty
  public String caution() {
    return CAUTION;
  }

  /**
   * How far the coders agree on a fact.
   *
   * @param name its name
   * @param scale what its values are compared on: {@code nominal}, {@code ordinal}, {@code
   *     interval} or {@code ratio}
   * @param alpha the coefficient, at most 1, or {@code null} where there is none
   * @param undefined why there is none, or an empty string
   * @param cases in how many cases two or more coders know it
   * @param pairs how many pairs of known values these make
   * @param equal how many of the pairs are equal
   * @param knownAgainstUnknown how many pairs of codings there are of which one knows it and one
   *     does not
   * @param differ the cases in which known values differ
   */
  public record FactAgreement(
      String name,
      String scale,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double alpha,
      String undefined,
      int cases,
      int pairs,
      int equal,
      int knownAgainstUnknown,
      List<Difference> differ) {

    public FactAgreement {
      differ = List.copyOf(differ);
    }

    /** Whether the coders agree too little for a conclusion. */
    public boolean tooLittle() {
      return alpha != null && alpha < LEAST;
    }
  }

  /**
   * A case in which coders give a fact different values.
   *
   * @param subject its id
   * @param values what those who know it say
   */
  public record Difference(@JsonProperty("case") String subject, List<Value> values) {

    public Difference {
      values = List.copyOf(values);
    }
  }

  /**
   * What a coder says.
   *
   * @param coder who
   * @param value the value
   */
  public record Value(String coder, @FactValue String value) {}

  /**
   * What the codings of a case come out as.
   *
   * @param subject its id
   * @param postures what the tables say on each coding
   * @param apart parts of the case beside its facts in which the codings differ, such as its day:
   *     they may be of different cases
   * @param differ the facts that the tables see otherwise on some coding, unknown ones and those
   *     that rules derive included
   * @param turns the differences that turn a coding: single ones, and pairs where no single one
   *     brings a coding to the posture of another
   */
  public record CaseAdvice(
      @JsonProperty("case") String subject,
      List<CodedPosture> postures,
      List<String> apart,
      List<String> differ,
      List<Turn> turns) {

    public CaseAdvice {
      postures = List.copyOf(postures);
      apart = List.copyOf(apart);
      differ = List.copyOf(differ);
      turns = List.copyOf(turns);
    }

    /** Whether all codings come out as one posture. */
    @JsonProperty
    public boolean same() {
      return postures.stream().map(CodedPosture::posture).distinct().count() == 1;
    }
  }

  /**
   * What the tables say on one coding.
   *
   * @param coder who coded it
   * @param posture the posture
   * @param favoured whether enough is known to favour it; else it is a leaning
   */
  public record CodedPosture(String coder, Posture posture, boolean favoured) {}

  /**
   * Differences that turn a coding when its values are exchanged for those of another one.
   *
   * @param coder whose coding turns
   * @param facts what is exchanged
   * @param posture what it turns to
   */
  public record Turn(String coder, List<Exchange> facts, Posture posture) {

    public Turn {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A value that is exchanged.
   *
   * @param name the fact
   * @param from its value in the coding; {@code unknown} where that does not know it
   * @param to its value in another coding
   */
  public record Exchange(String name, @FactValue String from, @FactValue String to) {}
}
