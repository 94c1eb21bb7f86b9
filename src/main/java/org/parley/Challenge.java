package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An advice as somebody would argue who has to find its weak places: what it takes to be so, what
 * would show that it is not, how it would have failed, what speaks for another posture, and where
 * the other side may see the same matter otherwise. All of it follows from the same facts and the
 * same tables as the advice. Nothing in it is a proposal: a value that would turn the advice is to
 * be looked for, and nobody should bring it about.
 *
 * @param posture the posture that is challenged
 * @param complete whether all was tried; else an interrupt, the limit of {@link Advice#within}, or
 *     too many pairs of facts ended a search, and there may be more than stands here
 * @param assumptions the facts whose change alone would turn the posture, weakest first; where no
 *     fact does so alone, those that do so two at a time
 * @param indicators what would show that an assumption no longer holds, earliest day first
 * @param premortem how the advice would have failed, one for each assumption, in their order
 * @param runnerUp the posture that the devil's advocate argues for
 * @param devilsAdvocate what speaks for it in this case
 * @param theirSeat what the tables would say to the adversary
 * @param otherSeat the facts that both sides can judge and that would turn the posture, if the
 *     other side saw them otherwise and were right; in the order of the vocabulary
 * @param hypotheses what each fact says of each posture, postures in the order of {@link Posture}
 * @param path from here to talks, over facts that somebody can act on
 * @param knowledge which knowledge it rests on
 */
public record Challenge(
    Posture posture,
    boolean complete,
    List<Assumption> assumptions,
    List<Indicator> indicators,
    List<Failure> premortem,
    Rival runnerUp,
    List<Argument> devilsAdvocate,
    TheirSeat theirSeat,
    List<Disagreement> otherSeat,
    List<Hypothesis> hypotheses,
    Path path,
    KnowledgeVersion knowledge) {

  public Challenge {
    Objects.requireNonNull(posture, "posture");
    assumptions = List.copyOf(assumptions);
    indicators = List.copyOf(indicators);
    premortem = List.copyOf(premortem);
    Objects.requireNonNull(runnerUp, "runnerUp");
    devilsAdvocate = List.copyOf(devilsAdvocate);
    Objects.requireNonNull(theirSeat, "theirSeat");
    otherSeat = List.copyOf(otherSeat);
    hypotheses = List.copyOf(hypotheses);
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(knowledge, "knowledge");
  }

  /**
   * A fact that the advice takes to be so.
   *
   * @param fact its name
   * @param value its value; {@code unknown} where it is not known, which is an assumption too
   * @param origin where the value comes from, or {@code null} where it is not known
   * @param confidence how sure its coder is, or {@code null} where nobody said
   * @param why the reason for the value, or an empty string
   * @param source the works that the value rests on, or an empty string
   * @param restsOn the row that answered, of the table nearest to the posture that reads the fact
   *     and that would answer otherwise
   * @param turns what it would turn the posture to; never empty
   * @param doubts what was found about it in the case; mostly empty
   */
  public record Assumption(
      String fact,
      @FactValue String value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin origin,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Confidence confidence,
      String why,
      String source,
      Said restsOn,
      List<Changes.ChangeSet> turns,
      List<Said> doubts) {

    public Assumption {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(restsOn, "restsOn");
      turns = List.copyOf(turns);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Something to look for.
   *
   * @param cue what says that it is to be looked for
   * @param text what to look for, in a sentence
   * @param row the row that said it, or an empty string
   * @param fact the fact whose value it would show, or an empty string
   * @param eventTypes the types of event that bear on the fact, or that of the event with a day to
   *     come; may be empty
   * @param by the day to look by, or {@code null} where neither the case nor the tables give one
   * @param withinDays in how many days that is, from 0; {@code null} where no day is given
   */
  public record Indicator(
      Cue cue,
      String text,
      String row,
      String fact,
      List<String> eventTypes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer withinDays) {

    public Indicator {
      Objects.requireNonNull(cue, "cue");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(row, "row");
      Objects.requireNonNull(fact, "fact");
      eventTypes = List.copyOf(eventTypes);
    }

    /** What says that something is to be looked for. */
    public enum Cue implements Labelled {
      /** An event of the case that names a day to come, such as a deadline. */
      DAY("day"),
      /** An assumption: another value of its fact would turn the posture. */
      ASSUMPTION("assumption"),
      /** A row of the tables that says when to look again. */
      TRIGGER("trigger");

      private final String label;

      Cue(String label) {
        this.label = label;
      }

      @Override
      public String label() {
        return label;
      }

      /** The {@linkplain #label() label}. */
      @Override
      public String toString() {
        return label;
      }
    }
  }

  /**
   * How the advice would have failed: one fact was otherwise.
   *
   * @param fact the fact
   * @param value what it was taken to be
   * @param instead what it was; the nearest value that turns the posture
   * @param decided the row that answered, of the table nearest to the posture that reads the fact
   *     and that would have answered otherwise
   * @param then the posture that the tables would have favoured
   * @param otherwise the row of the same table that would have answered
   * @param seenBy what would have been seen: what counts as a value of the fact
   */
  public record Failure(
      String fact,
      @FactValue String value,
      @FactValue String instead,
      Said decided,
      Posture then,
      Said otherwise,
      String seenBy) {

    public Failure {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(decided, "decided");
      Objects.requireNonNull(then, "then");
      Objects.requireNonNull(otherwise, "otherwise");
      Objects.requireNonNull(seenBy, "seenBy");
    }
  }

  /**
   * The next best posture.
   *
   * @param posture the posture
   * @param verdict how the tables judge it
   */
  public record Rival(Posture posture, Verdict.Level verdict) {}

  /**
   * What speaks for the next best posture.
   *
   * @param ground what kind of argument it is
   * @param text the argument in a sentence
   * @param row the row that said it, or an empty string where no single row did
   */
  public record Argument(Ground ground, String text, String row) {

    public Argument {
      Objects.requireNonNull(ground, "ground");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(row, "row");
    }

    /** The kinds of argument. */
    public enum Ground implements Labelled {
      /** The tables say it for the posture. */
      BEST_CASE("best case"),
      /** The row that judged it, where the tables find that it can be done. */
      VERDICT("verdict"),
      /** A risk of the posture that is advised. */
      RISK("risk"),
      /** A row that would have recommended it, with what stands in its way. */
      NEAREST_ROW("nearest row");

      private final String label;

      Ground(String label) {
        this.label = label;
      }

      @Override
      public String label() {
        return label;
      }

      /** The {@linkplain #label() label}. */
      @Override
      public String toString() {
        return label;
      }
    }
  }

  /**
   * What the tables would say to the adversary.
   *
   * @param posture the posture that they favour there, or lean to
   * @param unofficialTrack the unofficial track beside it
   * @param favoured whether enough is known there to favour it
   * @param imagined whether its facts were read off ours, since nobody gave its own
   */
  public record TheirSeat(
      Posture posture, UnofficialTrack unofficialTrack, boolean favoured, boolean imagined) {}

  /**
   * A matter on which the two sides may disagree, and which would turn the posture.
   *
   * @param fact its name in our seat
   * @param ours what we believe; {@code unknown} where we do not know
   * @param theirFact its name in theirs
   * @param seenFromHere what they believe, in our words; {@code unknown} where that is not known
   * @param differs whether both judge it, and differently
   * @param turns what follows if they believe otherwise, and are right
   */
  public record Disagreement(
      String fact,
      @FactValue String ours,
      String theirFact,
      @FactValue String seenFromHere,
      boolean differs,
      List<Changes.ChangeSet> turns) {

    public Disagreement {
      Objects.requireNonNull(fact, "fact");
      turns = List.copyOf(turns);
    }
  }

  /**
   * What the facts say of one posture.
   *
   * @param posture the posture
   * @param verdict how the tables judge it
   * @param evidence what each fact says of it: the same facts for every posture, in the order of
   *     the vocabulary; a fact that is not known, or that says nothing of any posture, is left out
   */
  public record Hypothesis(Posture posture, Verdict.Level verdict, List<Evidence> evidence) {

    public Hypothesis {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What a fact says of a posture.
   *
   * @param fact its name
   * @param value its value, which is known
   * @param speaks which way
   * @param row the row that answered, of the table nearest to the verdict that reads the fact; an
   *     empty string where it speaks neither way
   */
  public record Evidence(String fact, @FactValue String value, Speaks speaks, String row) {

    public Evidence {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(speaks, "speaks");
      Objects.requireNonNull(row, "row");
    }
  }

  /**
   * Which way the value of a fact speaks: by what the verdict on the posture would be if this fact
   * alone had another known value.
   */
  public enum Speaks implements Labelled {
    /** With another value the verdict would be worse, and with none better. */
    FOR("for"),
    /** With another value the verdict would be better, and with none worse. */
    AGAINST("against"),
    /** With one value the verdict would be better, with another worse. */
    BOTH_WAYS("both ways"),
    /** The verdict is the same whatever the value. */
    NEITHER("neither");

    private final String label;

    Speaks(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** The {@linkplain #label() label}. */
    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * From here to talks.
   *
   * @param open whether the posture is a way of talking already
   * @param steps where it is, the steps that are advised, in their order; else empty
   * @param ways where it is not, the smallest sets of facts that somebody can act on and that would
   *     open a way of talking; none of them has a condition or a doubt in it
   * @param watch where it is not, the facts that would do so and that nobody can or may bring
   *     about: conditions to watch for, never steps
   * @param searched up to how many facts at once every set was tried; 0 where none had to be
   */
  public record Path(
      boolean open,
      List<Said> steps,
      List<Changes.ChangeSet> ways,
      List<Changes.ChangeSet> watch,
      int searched) {

    public Path {
      steps = List.copyOf(steps);
      ways = List.copyOf(ways);
      watch = List.copyOf(watch);
    }
  }
}
