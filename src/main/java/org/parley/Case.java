package org.parley;

import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A situation on which advice is sought: who faces whom, at which date, with which facts and
 * events. Immutable. Texts that are not given are empty strings.
 *
 * @param id a short name, or an empty string
 * @param title a headline
 * @param conflict the conflict that the case is a phase of
 * @param asOf the day of the advice: later events are not used; {@code null} only in a case without
 *     events
 * @param decidingParty who is advised
 * @param adversary whom it faces
 * @param thirdParty the lead third party
 * @param shortNames what sentences call a party, by its name, such as {@code Hanoi} for {@code
 *     North Vietnam}, with its article where it has one
 * @param sides further names in events that count as a party
 * @param summary the situation in a few sentences
 * @param tags free words to select cases by; {@code ongoing} marks a war that goes on today, {@code
 *     synthetic} a case that was made up
 * @param facts the coded and assumed facts by name; the value {@code unknown} counts as not given
 * @param events the dated events
 * @param sources the works used
 * @param observed what history shows, or {@code null}
 * @param expected what the tables are approved to say, or {@code null}
 * @param differsBecause why expected and observed differ
 * @param remarks what whoever read it noticed, such as a fact in former words; mostly none
 */
public record Case(
    String id,
    String title,
    String conflict,
    @Nullable LocalDate asOf,
    String decidingParty,
    String adversary,
    String thirdParty,
    Map<String, String> shortNames,
    Sides sides,
    String summary,
    List<String> tags,
    Map<String, Fact> facts,
    List<Event> events,
    List<String> sources,
    @Nullable Observation observed,
    @Nullable Expectation expected,
    String differsBecause,
    List<Finding> remarks) {
  private static final int LONGEST_NUMBER = 400;
  private static final Pattern BEHIND_THE_NAME = Pattern.compile(" \\(|, ");

  /** The tag of cases of wars that go on. */
  public static final String ONGOING_TAG = "ongoing";

  /** The tag of cases that were made up. */
  public static final String MADE_UP_TAG = "synthetic";

  public Case {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(conflict, "conflict");
    Objects.requireNonNull(decidingParty, "decidingParty");
    Objects.requireNonNull(adversary, "adversary");
    Objects.requireNonNull(thirdParty, "thirdParty");
    Objects.requireNonNull(sides, "sides");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(differsBecause, "differsBecause");
    shortNames = Collections.unmodifiableMap(new LinkedHashMap<>(shortNames));
    tags = List.copyOf(tags);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    events = List.copyOf(events);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
    List<Problem> nothing = new ArrayList<>();
    facts.forEach(
        (name, fact) -> {
          if (name == null || fact == null) {
            nothing.add(nothing(name));
          }
        });
    if (!nothing.isEmpty()) {
      throw new CaseRefused(nothing);
    }
  }

  /**
   * A case of coded facts only: the shortest way to ask for advice.
   *
   * @param facts values by name: text as in the vocabulary, whole numbers, and booleans for {@code
   *     yes} and {@code no}. Names and values are checked when advice is asked for.
   * @throws CaseRefused if a name or a value is {@code null}
   */
  public static Case of(Map<String, ?> facts) {
    Objects.requireNonNull(facts, "facts");
    Builder builder = builder();
    List<Problem> problems = new ArrayList<>();
    facts.forEach(
        (name, value) -> {
          String text = value == null ? null : text(value);
          if (name == null || text == null) {
            problems.add(nothing(name));
          } else {
            builder.fact(name, text);
          }
        });
    if (!problems.isEmpty()) {
      throw new CaseRefused(problems);
    }
    return builder.build();
  }

  private static Problem nothing(String name) {
    String fact = name == null ? "" : Shown.piece(name);
    return new Problem(
        Place.of("").in("fact", fact),
        name == null
            ? "a fact has no name"
            : "'%s' has no value: leave it out, or say 'unknown'".formatted(fact),
        Problem.Kind.MISSING);
  }

  /**
   * Reads a case from YAML, as a case file has it. Facts and events may be in any words: names and
   * values are checked when advice is asked for. Unlike a file, it need not have an id, a day and
   * two parties.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   */
  public static Case fromYaml(String yaml) {
    return Parley.readCase(yaml, /* json= */ false);
  }

  /**
   * Reads a case from YAML in UTF-8, as {@link #fromYaml(String)}; at most 2 MiB. The stream stays
   * open.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Case fromYaml(InputStream yaml) {
    return Parley.readCase(yaml, /* json= */ false);
  }

  /**
   * Reads a case from YAML, as {@link #fromYaml(String)}; at most 2 MiB. The reader stays open.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   * @throws UncheckedIOException if the reader cannot be read
   */
  public static Case fromYaml(Reader yaml) {
    return Parley.readCase(yaml, /* json= */ false);
  }

  /**
   * Reads a case from JSON with the keys of a case file, as {@link #fromYaml(String)}.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   */
  public static Case fromJson(String json) {
    return Parley.readCase(json, /* json= */ true);
  }

  /**
   * Reads a case from JSON in UTF-8, as {@link #fromYaml(InputStream)}.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Case fromJson(InputStream json) {
    return Parley.readCase(json, /* json= */ true);
  }

  /**
   * Reads a case from JSON, as {@link #fromYaml(Reader)}.
   *
   * @throws CaseRefused if it is no case; it lists all problems with their lines
   * @throws UncheckedIOException if the reader cannot be read
   */
  public static Case fromJson(Reader json) {
    return Parley.readCase(json, /* json= */ true);
  }

  /**
   * This case as YAML for people, which reads back as an equal case, but that assumed facts are
   * coded ones then, derived facts are derived anew, and remarks are left out.
   */
  public String toYaml() {
    return Parley.toYaml(this);
  }

  /** This case as JSON, laid out for people, with the same content as {@link #toYaml}. */
  public String toJson() {
    return Parley.toJson(this);
  }

  /** A builder of a case without anything. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this case. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.title = title;
    builder.conflict = conflict;
    builder.asOf = asOf;
    builder.decidingParty = decidingParty;
    builder.adversary = adversary;
    builder.thirdParty = thirdParty;
    builder.shortNames = shortNames;
    builder.sides = sides;
    builder.summary = summary;
    builder.tags = tags;
    builder.facts.putAll(facts);
    builder.events.addAll(events);
    builder.sources = sources;
    builder.observed = observed;
    builder.expected = expected;
    builder.differsBecause = differsBecause;
    builder.remarks.addAll(remarks);
    return builder;
  }

  /**
   * The names in events that count as the third party: a case may add an envoy or an office to the
   * name, in brackets or behind a comma.
   */
  public List<String> thirdPartyNames() {
    String lead = BEHIND_THE_NAME.split(thirdParty, 2)[0];
    return lead.equals(thirdParty) ? List.of(thirdParty) : List.of(thirdParty, lead);
  }

  /** Whether it was made up to exercise the tables, so that it is no part of history. */
  public boolean isMadeUp() {
    return tags.contains(MADE_UP_TAG);
  }

  /** Whether its war goes on, so that people may act on what is said of it. */
  public boolean isOngoing() {
    return tags.contains(ONGOING_TAG);
  }

  /** This case with a fact assumed, for a what-if; {@code unknown} takes the fact away. */
  public Case assuming(String name, String value) {
    Builder builder = toBuilder();
    builder.facts.put(name, Fact.assumed(name, value));
    return builder.build();
  }

  /** This case with a fact assumed to be {@code yes} or {@code no}. */
  public Case assuming(String name, boolean value) {
    return assuming(name, text(value));
  }

  /** This case with a fact assumed to be a number. */
  public Case assuming(String name, int value) {
    return assuming(name, text(value));
  }

  /** This case as of another day. */
  public Case withAsOf(LocalDate day) {
    Builder builder = toBuilder();
    builder.asOf = day;
    return builder.build();
  }

  private static String text(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof BigInteger whole && whole.bitLength() > LONGEST_NUMBER) {
      return "a number of %d bits".formatted(whole.bitLength());
    }
    if (value instanceof BigDecimal exact && exact.unscaledValue().bitLength() > LONGEST_NUMBER) {
      return "a number of %d bits".formatted(exact.unscaledValue().bitLength());
    }
    if (value instanceof Number number) {
      try {
        BigDecimal exact = new BigDecimal(number.toString());
        // written out, a small number can be longer than the memory
        return exact.signum() == 0
            ? "0"
            : Math.abs((long) exact.scale()) > LONGEST_NUMBER
                ? exact.toString()
                : exact.stripTrailingZeros().toPlainString();
      } catch (NumberFormatException e) {
        // what is not a number, or endless; and numbers that write themselves in ways of their own
        return number.toString();
      }
    }
    return value.toString();
  }

  /** Builds a case step by step. */
  public static final class Builder {
    private String id = "";
    private String title = "";
    private String conflict = "";
    private @Nullable LocalDate asOf;
    private String decidingParty = "";
    private String adversary = "";
    private String thirdParty = "";
    private Map<String, String> shortNames = Map.of();
    private Sides sides = Sides.NONE;
    private String summary = "";
    private List<String> tags = List.of();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private List<String> sources = List.of();
    private @Nullable Observation observed;
    private @Nullable Expectation expected;
    private String differsBecause = "";
    private final List<Finding> remarks = new ArrayList<>();

    private Builder() {}

    /** Sets the short name. */
    public Builder id(String value) {
      id = value;
      return this;
    }

    /** Sets the headline. */
    public Builder title(String value) {
      title = value;
      return this;
    }

    /** Sets the conflict. */
    public Builder conflict(String value) {
      conflict = value;
      return this;
    }

    /** Sets the day of the advice. */
    public Builder asOf(@Nullable LocalDate value) {
      asOf = value;
      return this;
    }

    /** Sets who is advised. */
    public Builder decidingParty(String value) {
      decidingParty = value;
      return this;
    }

    /** Sets whom the deciding party faces. */
    public Builder adversary(String value) {
      adversary = value;
      return this;
    }

    /** Sets the lead third party. */
    public Builder thirdParty(String value) {
      thirdParty = value;
      return this;
    }

    /** Sets what sentences call the parties, by their names. */
    public Builder shortNames(Map<String, String> value) {
      shortNames = value;
      return this;
    }

    /** Sets further names that count as a party. */
    public Builder sides(Sides value) {
      sides = value;
      return this;
    }

    /** Sets the situation in a few sentences. */
    public Builder summary(String value) {
      summary = value;
      return this;
    }

    /** Sets the tags. */
    public Builder tags(List<String> value) {
      tags = value;
      return this;
    }

    /** Adds or replaces a coded fact without a reason. */
    public Builder fact(String name, String value) {
      return fact(Fact.coded(name, value, "", "", null));
    }

    /** Adds or replaces a coded fact that is {@code yes} or {@code no}. */
    public Builder fact(String name, boolean value) {
      return fact(name, text(value));
    }

    /** Adds or replaces a coded fact that is a number. */
    public Builder fact(String name, int value) {
      return fact(name, text(value));
    }

    /** Adds or replaces a fact. */
    public Builder fact(Fact fact) {
      facts.put(fact.name(), fact);
      return this;
    }

    /** Takes a fact away. */
    public Builder withoutFact(String name) {
      facts.remove(name);
      return this;
    }

    /** Adds an event. */
    public Builder event(Event event) {
      events.add(event);
      return this;
    }

    /** Sets all events. */
    public Builder events(List<Event> value) {
      events.clear();
      events.addAll(value);
      return this;
    }

    /** Sets the works used. */
    public Builder sources(List<String> value) {
      sources = value;
      return this;
    }

    /** Sets what history shows. */
    public Builder observed(@Nullable Observation value) {
      observed = value;
      return this;
    }

    /** Sets what the tables are approved to say. */
    public Builder expected(@Nullable Expectation value) {
      expected = value;
      return this;
    }

    /** Sets why expected and observed differ. */
    public Builder differsBecause(String value) {
      differsBecause = value;
      return this;
    }

    /** Adds what whoever read the case noticed. */
    public Builder remark(Finding value) {
      remarks.add(value);
      return this;
    }

    /** The case. */
    public Case build() {
      return new Case(
          id,
          title,
          conflict,
          asOf,
          decidingParty,
          adversary,
          thirdParty,
          shortNames,
          sides,
          summary,
          tags,
          facts,
          events,
          sources,
          observed,
          expected,
          differsBecause,
          remarks);
    }
  }
}
