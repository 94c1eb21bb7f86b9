package org.parley.report.advice;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Figures.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Challenge;
import org.parley.Challenge.Argument;
import org.parley.Challenge.Assumption;
import org.parley.Challenge.Disagreement;
import org.parley.Challenge.Evidence;
import org.parley.Challenge.Failure;
import org.parley.Challenge.Hypothesis;
import org.parley.Challenge.Indicator;
import org.parley.Challenge.Speaks;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.Posture;
import org.parley.Said;
import org.parley.knowledge.FactType;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Cell;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.json.AboutCase;
import org.parley.report.words.Wording;

/** Tells of the weak places of an advice. */
public final class ChallengeReport {
  private static final int FEW = 3;
  private static final int FEWER = 2;
  private static final int FEW_FACTS = 4;
  private static final int FACTS_ABREAST = 6;
  private static final int SHORT = 160;

  private final Advice advice;
  private final Challenge challenge;
  private final boolean full;

  private ChallengeReport(Advice advice, Challenge challenge, boolean full) {
    this.advice = advice;
    this.challenge = challenge;
    this.full = full;
  }

  /**
   * The challenge.
   *
   * @param full whether to tell all of it, and not only the weightiest of each part
   */
  public static Report of(Advice advice, Challenge challenge, boolean full) {
    return new Report(
        () -> new ChallengeReport(advice, challenge, full).document(),
        () -> AboutCase.of(advice, challenge));
  }

  private Document document() {
    Document document = Wording.about(advice);
    Wording.redacted(advice).ifPresent(document::front);
    Wording.later(advice).ifPresent(said -> document.front(note(said)));
    document.front(
        Wording.result(
            advice,
            Wording.stance(advice),
            List.of(
                field("hangs on", hangsOn()),
                field("look again", Wording.review(advice)),
                field("challenged by", next()))));
    if (!Wording.closed(advice).isEmpty()) {
      document.front(paragraph(Wording.closed(advice)));
    }
    return document
        .section("Key assumptions, weakest first", assumptions())
        .section("What to watch for, and by when", indicators())
        .section("Premortem: six months on, the advice has failed", premortem())
        .section("The devil's advocate: " + next(), arguments())
        .section("The other seat", otherSeat())
        .section("What each fact says of each posture", hypotheses())
        .section("A path to talks", path())
        .section("How to read this", howToRead());
  }

  private int most(int few) {
    return full ? Integer.MAX_VALUE : few;
  }

  private String hangsOn() {
    List<Assumption> all = challenge.assumptions();
    if (all.isEmpty()) {
      return challenge.complete()
          ? "no fact turns it by itself, nor do two together"
          : "not searched to the end";
    }
    boolean alone = all.get(0).turns().get(0).facts().size() == 1;
    return alone
        ? "%s, %s"
            .formatted(
                count(all.size(), "fact"),
                all.size() == 1 ? "which can turn it alone" : "each of which can turn it alone")
        : "%s, two of which can turn it together".formatted(count(all.size(), "fact"));
  }

  private String next() {
    return "%s (%s)".formatted(challenge.runnerUp().posture(), challenge.runnerUp().verdict());
  }

  private List<Block> assumptions() {
    return challenge.assumptions().isEmpty()
        ? List.of()
        : List.of(Document.some(challenge.assumptions(), most(FEW), this::assumption));
  }

  private Item assumption(Assumption assumption) {
    Item item =
        new Item(
                Words.strong(assumption.fact())
                    .then(Tone.PLAIN, "is %s.".formatted(Wording.known(assumption.value())))
                    .then(Tone.PLAIN, turns("If", assumption.turns(), assumption.fact())))
            .note(provenance(assumption).listed(Words.row(assumption.restsOn().row())));
    if (full) {
      item = item.note(Words.dim(assumption.why()));
    }
    return item.with(assumption.doubts(), most(1), doubt -> new Item(Words.of(doubt)));
  }

  private static Words provenance(Assumption assumption) {
    String sure = assumption.confidence() == null ? "" : assumption.confidence() + " confidence";
    return assumption.origin() == null
        ? Words.NONE
        : Words.parts(Tone.DIM, assumption.origin().label(), sure, assumption.source());
  }

  /** What other values of a fact turn the posture to, each posture once. */
  private static String turns(String lead, List<ChangeSet> sets, String fact) {
    Map<Posture, Set<String>> values = new EnumMap<>(Posture.class);
    for (ChangeSet set : known(sets)) {
      values
          .computeIfAbsent(set.posture(), p -> new LinkedHashSet<>())
          .add(set.facts().stream().map(c -> value(c, fact)).collect(Collectors.joining(" and ")));
    }
    return values.entrySet().stream()
        .map(e -> "%s %s: %s.".formatted(lead, String.join(" or ", e.getValue()), e.getKey()))
        .collect(Collectors.joining(" "));
  }

  /** What takes a fact as not known comes last. */
  private static List<ChangeSet> known(List<ChangeSet> sets) {
    return sets.stream().sorted(Comparator.comparing(s -> s.group() == Group.DOUBT)).toList();
  }

  private static String value(FactChange change, String fact) {
    String value = Wording.known(change.becomes());
    return change.name().equals(fact) ? value : "%s %s".formatted(change.name(), value);
  }

  private List<Block> indicators() {
    Map<String, List<Indicator>> days = new LinkedHashMap<>();
    for (Indicator.Cue cue : Indicator.Cue.values()) {
      challenge.indicators().stream()
          .filter(i -> i.cue() == cue)
          .limit(most(FEWER))
          .forEach(i -> days.computeIfAbsent(day(i), d -> new ArrayList<>()).add(i));
    }
    List<Item> items = new ArrayList<>();
    days.entrySet().stream()
        .sorted(
            Comparator.comparing(
                e -> e.getValue().get(0).by(), Comparator.nullsLast(Comparator.naturalOrder())))
        .forEach(
            e ->
                items.add(
                    new Item(Words.strong(e.getKey()))
                        .with(e.getValue(), ChallengeReport::indicator)));
    int left = challenge.indicators().size() - days.values().stream().mapToInt(List::size).sum();
    if (left > 0) {
      items.add(new Item(Words.dim("and %d more".formatted(left))));
    }
    return items.isEmpty() ? List.of() : List.of(Document.items(items));
  }

  private static Item indicator(Indicator indicator) {
    return indicator.cue() == Indicator.Cue.TRIGGER
        ? new Item(Words.of(new Said(indicator.text(), indicator.row())).thenRow(indicator.row()))
        : new Item(indicator.text());
  }

  private static String day(Indicator indicator) {
    if (indicator.withinDays() == null) {
      return "Without a day";
    }
    String within =
        switch (indicator.withinDays()) {
          case 0 -> "today";
          case 1 -> "within a day";
          default -> "within %d days".formatted(indicator.withinDays());
        };
    return indicator.by() == null ? within : "by %s (%s)".formatted(indicator.by(), within);
  }

  private List<Block> premortem() {
    return challenge.premortem().isEmpty()
        ? List.of()
        : List.of(Document.some(challenge.premortem(), most(FEWER), this::failure));
  }

  private Item failure(Failure failure) {
    boolean open = failure.value().equals(FactType.UNKNOWN);
    boolean doubted = failure.instead().equals(FactType.UNKNOWN);
    String seen = full ? failure.seenBy() : Wording.beginning(failure.seenBy(), SHORT);
    return new Item(
            Words.strong(failure.fact())
                .then(
                    Tone.PLAIN,
                    open
                        ? "was %s, and that was not known.".formatted(failure.instead())
                        : doubted
                            ? "was not %s; nobody knew what it was.".formatted(failure.value())
                            : "was %s, not %s.".formatted(failure.instead(), failure.value()))
                .then(
                    Tone.PLAIN,
                    "The tables would have %s %s."
                        .formatted(advice.favoured() ? "favoured" : "leaned to", failure.then())))
        .with(told("Row that decided", failure.decided()))
        .with(told("Row that should have", failure.otherwise()))
        .with(
            new Item(Words.about("How the fact is coded", seen + (seen.endsWith(".") ? "" : "."))));
  }

  private static Item told(String lead, Said said) {
    return new Item(
        Words.strong(lead).and(Tone.STRONG, ":").then(sentence(said)).thenRow(said.row()));
  }

  private static Words sentence(Said said) {
    return Words.of(new Said(Wording.plainly(said.text()), said.row()));
  }

  private List<Block> arguments() {
    List<Block> blocks = new ArrayList<>();
    Set<Posture> turned =
        challenge.assumptions().stream()
            .flatMap(a -> a.turns().stream())
            .map(ChangeSet::posture)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Posture.class)));
    if (!turned.isEmpty() && !turned.contains(challenge.runnerUp().posture())) {
      blocks.add(
          note(
              "Its verdict is the next best as things stand. What the assumptions above would turn"
                  + " the posture to is another: %s."
                      .formatted(
                          turned.stream().map(Posture::label).collect(Collectors.joining(", ")))));
    }
    List<Argument> all = challenge.devilsAdvocate();
    List<Argument> first =
        full
            ? all
            : Stream.of(Argument.Ground.values())
                .flatMap(
                    g ->
                        all.stream()
                            .filter(a -> a.ground() == g)
                            .limit(g == Argument.Ground.BEST_CASE ? FEWER : 1))
                .toList();
    List<Item> items = new ArrayList<>(first.stream().map(ChallengeReport::argument).toList());
    if (first.size() < all.size()) {
      items.add(new Item(Words.dim("and %d more".formatted(all.size() - first.size()))));
    }
    if (!items.isEmpty()) {
      blocks.add(Document.items(items));
    }
    return blocks;
  }

  private static Item argument(Argument argument) {
    Words lead =
        switch (argument.ground()) {
          case BEST_CASE -> Words.NONE;
          case VERDICT -> Words.dim("Its verdict:");
          case RISK -> Words.dim("A risk of ours:");
          case NEAREST_ROW -> Words.dim("Nearest row:");
        };
    return new Item(
        lead.then(sentence(new Said(argument.text(), argument.row()))).thenRow(argument.row()));
  }

  private List<Block> otherSeat() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            (challenge.theirSeat().imagined()
                        ? "Seen from here, the tables would %s %s for the adversary. "
                        : "The tables %s %s for the adversary. ")
                    .formatted(
                        challenge.theirSeat().favoured() ? "favour" : "lean to",
                        Wording.stance(
                            challenge.theirSeat().posture(),
                            challenge.theirSeat().unofficialTrack()))
                + SeatsReport.postures(advice.seats())));
    if (challenge.otherSeat().isEmpty()) {
      blocks.add(paragraph("No fact that both sides can judge turns the advice alone."));
    } else {
      blocks.add(Document.some(challenge.otherSeat(), most(FEWER), ChallengeReport::disagreement));
    }
    return blocks;
  }

  private static Item disagreement(Disagreement d) {
    String ours = Wording.known(d.ours());
    return new Item(
        Words.strong(d.fact())
            .and(Tone.STRONG, ":")
            .then(
                Tone.PLAIN,
                d.differs()
                    ? "we hold it to be %s, they %s. If they are right: %s."
                        .formatted(ours, d.seenFromHere(), d.turns().get(0).posture())
                    : "we hold it to be %s. %s"
                        .formatted(
                            ours, turns("If they are right that it is", d.turns(), d.fact()))));
  }

  private List<Block> hypotheses() {
    List<Hypothesis> all = challenge.hypotheses();
    int facts = all.isEmpty() ? 0 : all.get(0).evidence().size();
    if (facts == 0) {
      return List.of();
    }
    // what the advice hangs on comes first, then what tells most postures apart
    Set<String> held =
        challenge.assumptions().stream().map(Assumption::fact).collect(Collectors.toSet());
    List<Integer> order =
        IntStream.range(0, facts)
            .boxed()
            .sorted(
                Comparator.comparing(
                        (Integer i) -> !held.contains(all.get(0).evidence().get(i).fact()))
                    .thenComparingInt(this::silent))
            .limit(most(FEW_FACTS))
            .toList();
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < order.size(); from += FACTS_ABREAST) {
      blocks.add(
          table(order.subList(from, Math.min(order.size(), from + FACTS_ABREAST)), from > 0));
    }
    blocks.add(
        note(
            "By what the verdict would be if this fact alone were otherwise. No marks are added up:"
                + " one fact can outweigh many."
                + (order.size() < facts
                    ? " Left out here: %s.".formatted(count(facts - order.size(), "fact"))
                    : "")));
    return blocks;
  }

  private int silent(int place) {
    return (int)
        challenge.hypotheses().stream()
            .filter(h -> h.evidence().get(place).speaks() == Speaks.NEITHER)
            .count();
  }

  /** No more facts than there is room for on paper. */
  private Block table(List<Integer> places, boolean further) {
    List<Evidence> facts = challenge.hypotheses().get(0).evidence();
    List<Column> columns = new ArrayList<>(List.of(new Column("Posture")));
    for (int place : places) {
      Evidence fact = facts.get(place);
      columns.add(new Column(head(fact)));
    }
    return Document.table(
        "What each fact says of each posture" + (further ? ", further facts" : ""),
        columns,
        challenge.hypotheses(),
        hypothesis -> line(hypothesis, places));
  }

  /** A number is no part of a title, which a terminal may repeat. */
  private static String head(Evidence fact) {
    return isNumber(fact.value()) ? fact.fact() : "%s (%s)".formatted(fact.fact(), fact.value());
  }

  private static boolean isNumber(String value) {
    return value.chars().allMatch(Character::isDigit);
  }

  private static Line line(Hypothesis hypothesis, List<Integer> places) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        new Cell(Words.plain("%s (%s)".formatted(hypothesis.posture(), hypothesis.verdict()))));
    for (int place : places) {
      Speaks speaks = hypothesis.evidence().get(place).speaks();
      cells.add(new Cell(tone(speaks), List.of(Words.plain(speaks.label()))));
    }
    return new Line(Tone.PLAIN, cells);
  }

  private static Tone tone(Speaks speaks) {
    return switch (speaks) {
      case FOR -> Tone.GOOD;
      case AGAINST -> Tone.BAD;
      case BOTH_WAYS -> Tone.POOR;
      case NEITHER -> Tone.DIM;
    };
  }

  private List<Block> path() {
    Challenge.Path path = challenge.path();
    if (path.open()) {
      List<Block> steps = new ArrayList<>();
      steps.add(
          note(
              "The tables %s a way of talking already; from here the advice begins:"
                  .formatted(Wording.favour(advice))));
      steps.add(
          new Block.Items(
              Block.Order.NUMBERED,
              path.steps().stream()
                  .limit(most(FEWER))
                  .map(step -> new Item(Words.of(step).thenRow(step.row())))
                  .toList()));
      if (path.steps().size() > most(FEWER)) {
        steps.add(note("and %d more".formatted(path.steps().size() - FEWER)));
      }
      return steps;
    }
    List<Block> blocks = new ArrayList<>();
    if (path.ways().isEmpty()) {
      blocks.add(
          paragraph(
              path.searched() == 0
                  ? "None was searched for to the end."
                  : "No change of up to %s that somebody can act on opens a way of talking."
                      .formatted(count(path.searched(), "fact"))));
    } else {
      blocks.addAll(ChangesReport.groups(path.ways(), most(FEWER)));
      blocks.add(
          note(
              "Each can be acted on by somebody. What the adversary does is for it to decide: no"
                  + " pressure is advised."));
    }
    if (!path.watch().isEmpty() && (full || path.ways().isEmpty())) {
      blocks.addAll(ChangesReport.groups(path.watch(), most(FEWER)));
    }
    return blocks;
  }

  private List<Block> howToRead() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "It says where the advice is weak, not what to wish for: a value that would turn it is"
                + " to be watched for, and nobody should bring it about."));
    if (!challenge.complete()) {
      blocks.add(note("Not all was tried: a search was ended before. There may be more."));
    }
    return blocks;
  }
}
