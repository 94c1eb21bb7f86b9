package org.parley.report.advice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Case;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.Precedents;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.Seats;
import org.parley.SecondOpinion;
import org.parley.SimilarCases;
import org.parley.Topic;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.WhyNot;

/** An advice made by hand, with everything that a report must cope with. */
public record AdviceSample(
    Case subject,
    Posture posture,
    List<String> combinedWith,
    UnofficialTrack unofficialTrack,
    Reliance confidence,
    List<Verdict> verdicts,
    List<FiredRow> reasons,
    RunnerUp runnerUp,
    List<Said> steps,
    List<Said> warnings,
    OptionalInt reviewWithinDays,
    List<Fact> facts,
    List<String> unknown,
    List<Finding> findings,
    SecondOpinion opinion,
    List<DecisionTrace> trace,
    KnowledgeVersion knowledge)
    implements Advice {

  @Override
  public Basis basis() {
    return Basis.FACTS;
  }

  @Override
  public List<Topic> topics() {
    return List.of(
        topic(
            "risks of this advice",
            "Risks of this advice",
            "A breakdown hardens positions <b>for years</b>."),
        topic("cost of waiting", "What waiting costs", "Each month costs lives on both sides."),
        topic("format", "Form of talks", "Kind: talks between the two sides alone."),
        topic("who must agree", "Who must agree", "Cabinet: before any date is named."),
        topic("outlook", "Outlook", "For: a formula is known.", "Against: an ally resists."),
        topic(
            "third-party initiatives",
            "What outside powers can do",
            "Convene: a neutral state offers a house."),
        topic(
            "exit and fallback",
            "Exit and fallback",
            "Way out: adjourn without a date, and keep the line open."),
        topic("leak response", "If it leaks", "Confirm the contact and say no more."),
        topic("review triggers", "Look again when", "Look again when a leader changes."));
  }

  private static Topic topic(String name, String title, String... sentences) {
    return new Topic(name, title, said(name.replace(' ', '-'), sentences));
  }

  private static List<Said> said(String row, String... sentences) {
    return Stream.of(sentences).map(text -> new Said(text, row)).toList();
  }

  @Override
  public List<Said> footer() {
    return List.of();
  }

  @Override
  public List<String> rulesFired() {
    return List.of("offensive shows resilience");
  }

  private static final FiredRow SIGNAL =
      row(
          "weakness-signal-shown",
          "weakness inference",
          1,
          "A strong signal of resilience has been shown, so an offer to talk is not read as weakness.",
          "Wagner 2000",
          List.of("S012", "S014"),
          inputs("resilience signal", "strong", "talk read as weakness", "unknown"),
          true);
  private static final FiredRow TIRED =
      row(
          "weakness-adversary-wavers",
          "weakness inference",
          5,
          "An adversary whose own confidence wavers reads less into an offer.",
          "Iklé 1971",
          List.of("S009"),
          inputs("adversary confidence", "wavering"),
          false);
  private static final FiredRow LONG_WAR =
      row(
          "duration-long",
          "war duration",
          2,
          "Fighting has gone on for more than a year.",
          "",
          List.of(),
          inputs("months of fighting", "38"),
          true);
  private static final FiredRow OPEN =
      row(
          "open-after-signal",
          "open talks verdict",
          3,
          "Resilience has been shown and escalation would be likely to fail, which makes openness"
              + " safe (condition 2).",
          "Mastro 2019; Oberdorfer 1971, Tet!",
          List.of("S005", "S006"),
          inputs(
              "weakness inference", "low", "war duration", "long", "resilience signal", "strong"),
          true);
  private static final FiredRow SECRET =
      row(
          "secret-usable",
          "secret back-channel verdict",
          2,
          "Secrecy is feasible, but nothing at home calls for it.",
          "Pruitt 2008",
          List.of("S066"),
          inputs("secrecy feasible", "yes"),
          true);
  private static final FiredRow MEDIATOR =
      row(
          "mediator-leans",
          "neutral mediator verdict",
          4,
          "The mediator on offer leans to one side; <script>alert('x')</script> | **bold** [link](javascript:x)"
              + " \u001b[31mred\u001b[0m \u009b2J\u202e.",
          "Kydd 2003; 李安 2011 <https://example.org/a_b_c>",
          List.of("S060"),
          inputs("mediator neutrality", "leans to us"),
          true);
  private static final FiredRow CLOSED =
      row(
          "closed-after-signal",
          "closed posture verdict",
          1,
          "A condition that makes openness safe is met, so silence buys nothing.",
          "Mastro 2019",
          List.of("S004", "S005"),
          inputs("weakness inference", "low"),
          true);
  private static final FiredRow POSTURE =
      row(
          "posture-open-recommended",
          "posture",
          1,
          "Open talks are recommended, and a condition that makes openness safe is met.",
          "Mastro 2019",
          List.of("S014"),
          inputs(
              "open talks verdict",
              "recommended",
              "secret back-channel verdict",
              "viable",
              "neutral mediator verdict",
              "weak",
              "closed posture verdict",
              "blocked"),
          true);

  @Override
  public Optional<Precedents> precedents() {
    return Optional.empty();
  }

  @Override
  public Optional<SecondOpinion> secondOpinion() {
    return Optional.ofNullable(opinion);
  }

  public static AdviceSample rich() {
    return new AdviceSample(
        tet(),
        Posture.OPEN_TALKS,
        List.of("secrecy for the first round", "a host city acceptable to both"),
        UnofficialTrack.HARD_TRACK_TWO,
        new Reliance(
            Confidence.MEDIUM,
            new Completions(36, 0.75, true),
            List.of(
                new Reason("Two facts that decided are coded with low confidence.", List.of()),
                new Reason(
                    "The verdict for the runner-up hangs on one unknown fact, and on a reading of"
                        + " the adversary's mood that historians still dispute.",
                    List.of()))),
        judgements(),
        List.of(OPEN, SIGNAL, POSTURE),
        new RunnerUp(
            judgements().get(1),
            said(
                "arguments-secrecy",
                "Secrecy is feasible and a leak would cost the adversary more.",
                "An open offer binds the deciding party's allies, who have not been asked.")),
        firstSteps(),
        said(
            "warning-allies",
            "Allies who first learn of the talks from the press may act as a veto.",
            "# not a heading, 1. not a list"),
        OptionalInt.of(90),
        knownFacts(),
        List.of(
            "ally veto",
            "talk read as weakness",
            "domestic opposition",
            "third party role",
            "days until war",
            "adversary leak cost",
            "participant flexibility"),
        List.of(
            new Finding(
                "later event",
                "The event of 1968-05-13 (talks) lies after the case and is unused."),
            new Finding(
                "coded and derived differ", "resilience signal: coded 'weak'.\nDerived 'strong'.")),
        new SecondOpinion(
            "c",
            "neither condition",
            "Doors stay closed.",
            EnumSet.of(SecondOpinion.Course.CLOSED, SecondOpinion.Course.SECRET_CHANNEL),
            true,
            false,
            new SecondOpinion.Parting(
                "c",
                "cost of escalating to the adversary",
                0.3,
                0.5,
                true,
                Map.of("adversary escalation cost", "<acceptable>"))),
        decisions(),
        new KnowledgeVersion(
            "3fa9c2d417b0e8aa51c2f3d4e5f60718293a4b5c6d7e8f90112233445566778", "KIE DMN 10.2.0"));
  }

  /** An advice on a case of a few facts, without a word more than there must be. */
  public static AdviceSample bare() {
    Verdict closed = new Verdict(Posture.CLOSED_POSTURE, Verdict.Level.RECOMMENDED, List.of());
    return new AdviceSample(
        Case.of(Map.of("way out", "no")),
        Posture.CLOSED_POSTURE,
        List.of(),
        UnofficialTrack.NONE,
        new Reliance(Confidence.LOW, new Completions(1, 1, true), List.of()),
        List.of(
            new Verdict(Posture.OPEN_TALKS, Verdict.Level.BLOCKED, List.of()),
            new Verdict(Posture.SECRET_BACK_CHANNEL, Verdict.Level.WEAK, List.of()),
            new Verdict(Posture.NEUTRAL_MEDIATOR, Verdict.Level.WEAK, List.of()),
            closed),
        List.of(),
        new RunnerUp(
            new Verdict(Posture.SECRET_BACK_CHANNEL, Verdict.Level.WEAK, List.of()), List.of()),
        List.of(),
        List.of(),
        OptionalInt.empty(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        new KnowledgeVersion("0123456789abcdef", "KIE DMN 10.2.0"));
  }

  private static Case tet() {
    return Case.builder()
        .id("VN-04")
        .title("After the Tet offensive")
        .conflict("Vietnam War")
        .asOf(LocalDate.of(1968, 4, 1))
        .decidingParty("North Vietnam")
        .adversary("United States")
        .thirdParty("Aubrac & Marcovitch")
        .tags(List.of("interstate", "ongoing"))
        .build();
  }

  private static List<Said> firstSteps() {
    return said(
        "step",
        "Name in public what is offered, so that nobody can call it a collapse, and say in the same"
            + " breath what is not on offer.",
        "Agree on the place before the agenda.",
        "Keep the channel open while fighting goes on.");
  }

  private static List<Verdict> judgements() {
    return List.of(
        new Verdict(Posture.OPEN_TALKS, Verdict.Level.RECOMMENDED, List.of(OPEN)),
        new Verdict(Posture.SECRET_BACK_CHANNEL, Verdict.Level.VIABLE, List.of(SECRET)),
        new Verdict(Posture.NEUTRAL_MEDIATOR, Verdict.Level.WEAK, List.of(MEDIATOR)),
        new Verdict(Posture.CLOSED_POSTURE, Verdict.Level.BLOCKED, List.of(CLOSED)));
  }

  private static List<Fact> knownFacts() {
    return List.of(
        Fact.coded(
            "months of fighting", "38", "Counted from March 1965.", "Karnow 1983", Confidence.HIGH),
        Fact.coded(
            "adversary confidence",
            "wavering",
            "Johnson’s advisers turned against the war in March.",
            "Isaacson & Thomas 1986",
            Confidence.LOW),
        Fact.derived(
            "resilience signal",
            "strong",
            "An offensive on this scale shows that the deciding party can go on.",
            "S012",
            "offensive shows resilience",
            List.of(
                new Event(
                    LocalDate.of(1968, 1, 30),
                    "offensive",
                    List.of("North Vietnam", "NLF"),
                    List.of("United States"),
                    Map.of("direction", "up"),
                    "Attacks on more than a hundred towns and on the embassy in Saigon itself.",
                    "Oberdorfer 1971"),
                Event.of(LocalDate.of(1968, 2, 24), "withdrawal", "North Vietnam", "Huế"))),
        Fact.assumed("secrecy feasible", "yes"),
        Fact.coded("mediator neutrality", "leans to us", "", "", null),
        Fact.coded("way out", "yes", "Both sides had named terms.", "", Confidence.MEDIUM));
  }

  private static List<DecisionTrace> decisions() {
    return List.of(
        decision(
            "war duration",
            "How long has the war gone on?",
            "long",
            List.of(LONG_WAR),
            List.of(),
            List.of("months of fighting")),
        decision(
            "weakness inference",
            "Would an offer to talk be read as weakness?",
            "low",
            List.of(SIGNAL, TIRED),
            List.of(),
            List.of("resilience signal", "talk read as weakness", "adversary confidence")),
        decision(
            "open talks verdict",
            "What speaks for open talks, and what against?",
            "recommended",
            List.of(OPEN),
            List.of("weakness inference", "war duration"),
            List.of("resilience signal")),
        decision(
            "secret back-channel verdict",
            "",
            "viable",
            List.of(SECRET),
            List.of(),
            List.of("secrecy feasible")),
        decision(
            "neutral mediator verdict",
            "",
            "weak",
            List.of(MEDIATOR),
            List.of(),
            List.of("mediator neutrality")),
        decision(
            "closed posture verdict",
            "",
            "blocked",
            List.of(CLOSED),
            List.of("weakness inference"),
            List.of()),
        decision(
            "posture",
            "Which posture do the tables favour?",
            "open talks",
            List.of(POSTURE),
            List.of(
                "open talks verdict",
                "secret back-channel verdict",
                "neutral mediator verdict",
                "closed posture verdict"),
            List.of()),
        decision(
            "combined with",
            "What should go with it?",
            List.of("secrecy for the first round", "a host city acceptable to both"),
            List.of(),
            List.of("posture"),
            List.of("ally veto")),
        decision(
            "signal strength",
            "",
            Map.of("points", new BigDecimal("2.50")),
            List.of(),
            List.of(),
            List.of()));
  }

  private static DecisionTrace decision(
      String name,
      String question,
      Object result,
      List<FiredRow> rows,
      List<String> decisions,
      List<String> facts) {
    return new DecisionTrace(name, question, result, rows, decisions, facts);
  }

  private static FiredRow row(
      String id,
      String table,
      int number,
      String why,
      String source,
      List<String> statements,
      Map<String, String> inputs,
      boolean decided) {
    return new FiredRow(id, table, number, why, source, statements, inputs, decided);
  }

  private static Map<String, String> inputs(String... namesAndValues) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      inputs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return inputs;
  }

  @Override
  public WhyNot whyNot(Posture asked) {
    return new WhyNot(posture, asked, verdict(asked), List.of());
  }

  @Override
  public Changes changes(int most) {
    return new Changes(posture, null, most, true, List.of(), List.of(), List.of());
  }

  @Override
  public Changes changes(Posture to, int most) {
    return new Changes(posture, to, most, true, List.of(), List.of(), List.of());
  }

  @Override
  public OpenQuestions openQuestions() {
    return openQuestions(fact -> false);
  }

  @Override
  public OpenQuestions openQuestions(Predicate<Fact> doubted) {
    List<OpenQuestions.Possibility> possible = List.of(new OpenQuestions.Possibility(posture, 1));
    return new OpenQuestions(posture, unknown, 1, true, 0, possible, List.of());
  }

  @Override
  public Seats seats() {
    return new Seats(this, this, true, List.of(), this);
  }

  @Override
  public Seats seats(Case theirs) {
    return new Seats(this, this, false, List.of(), this);
  }

  @Override
  public Challenge challenge() {
    return new Challenge(
        posture,
        true,
        List.of(),
        List.of(),
        List.of(),
        new Challenge.Rival(runnerUp().verdict().option(), runnerUp().verdict().level()),
        List.of(),
        new Challenge.TheirSeat(posture, unofficialTrack(), favoured(), true),
        List.of(),
        List.of(),
        new Challenge.Path(true, List.of(), List.of(), List.of(), 0),
        knowledge());
  }

  @Override
  public SimilarCases similar(Collection<Case> history, int most) {
    return new SimilarCases(List.of(), 0, 0);
  }

  @Override
  public Advice within(Duration limit) {
    return this;
  }
}
