package org.parley.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.SecondOpinion;
import org.parley.SecondOpinion.Course;
import org.parley.SecondOpinion.Parting;
import org.parley.game.GameDecisions;
import org.parley.game.Parameter;
import org.parley.game.Parameters;
import org.parley.game.PostureGame;
import org.parley.game.Reach;

/** Asks the posture game what it says of a case, and holds it against what the tables favour. */
final class SecondOpinionJudge {
  // numbers near zero move by parts of this, and others by parts of themselves
  private static final double LEAST_SCALE = 0.1;

  private final Posture posture;
  private final Function<String, Object> results;
  private final Function<String, Set<String>> factsBehind;
  private final Map<String, Fact> facts;
  private final Parameters parameters;
  private final List<Finding> findings;
  private Optional<SecondOpinion> opinion;

  /**
   * @param results what the decisions answered, by name
   * @param factsBehind which facts a decision rests on, nearest first
   */
  SecondOpinionJudge(
      Posture posture,
      Function<String, Object> results,
      Function<String, Set<String>> factsBehind,
      Map<String, Fact> facts) {
    this.posture = posture;
    this.results = results;
    this.factsBehind = factsBehind;
    this.facts = facts;
    Parameters fitting = null;
    List<Finding> objections = List.of();
    try {
      fitting = GameDecisions.parameters(results).orElse(null);
    } catch (ParleyException e) {
      objections =
          e.problems().stream()
              .map(p -> new Finding("second opinion", "Not asked: %s.".formatted(p.message())))
              .toList();
    }
    this.parameters = fitting;
    this.findings = objections;
  }

  /** Why there is no opinion, where the numbers of the knowledge base do not fit the game. */
  List<Finding> findings() {
    return findings;
  }

  /**
   * The opinion; none where the knowledge base has no numbers for the game, or none that fit it.
   */
  synchronized Optional<SecondOpinion> opinion() {
    if (opinion == null) {
      opinion = Optional.ofNullable(parameters).map(this::opinion);
    }
    return opinion;
  }

  private SecondOpinion opinion(Parameters parameters) {
    PostureGame game = new PostureGame(parameters);
    Set<Course> reasonable = reasonable(game);
    boolean speaks = SecondOpinion.speaksTo(posture);
    boolean agrees = agree(reasonable);
    return new SecondOpinion(
        game.region().code(),
        game.region().label(),
        game.region().meaning(),
        reasonable,
        speaks,
        agrees,
        agrees || !speaks ? null : parting(parameters).orElse(null));
  }

  private Set<Course> reasonable(PostureGame game) {
    return game.reasonable(GameDecisions.ownKind(results));
  }

  private boolean agree(Set<Course> reasonable) {
    return SecondOpinion.agree(posture, reasonable);
  }

  private Optional<Parting> parting(Parameters game) {
    return Arrays.stream(Parameter.values())
        .flatMap(parameter -> bends(game, parameter))
        .min(Comparator.comparingDouble(Bend::distance))
        .map(
            bend ->
                new Parting(
                    bend.parameter().symbol(),
                    bend.parameter().meaning(),
                    bend.value(),
                    bend.turn().at(),
                    bend.above(),
                    factsBehind(bend.parameter())));
  }

  /** Where a number would have to move to, above or below, for game and tables to agree. */
  private record Bend(Parameter parameter, double value, Reach.Turn turn, boolean above) {

    double distance() {
      return Math.abs(turn.at() - value) / Math.max(LEAST_SCALE, Math.abs(value));
    }
  }

  private Stream<Bend> bends(Parameters game, Parameter parameter) {
    Reach reach = Reach.of(game, parameter, moved -> agree(reasonable(moved)));
    double value = game.get(parameter);
    return Stream.concat(
            reach.turnBelow().map(turn -> new Bend(parameter, value, turn, false)).stream(),
            reach.turnAbove().map(turn -> new Bend(parameter, value, turn, true)).stream())
        .filter(bend -> bend.turn().beyond().isPresent());
  }

  private Map<String, String> factsBehind(Parameter parameter) {
    Map<String, String> values = new LinkedHashMap<>();
    factsBehind.apply(GameDecisions.decision(parameter)).stream()
        .filter(facts::containsKey)
        .forEach(name -> values.put(name, facts.get(name).value()));
    return values;
  }
}
