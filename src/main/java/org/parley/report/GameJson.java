package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.Case;
import org.parley.SecondOpinion;
import org.parley.game.Equilibrium;
import org.parley.game.GameReading;
import org.parley.game.Kind;
import org.parley.game.Margins;
import org.parley.game.Parameter;
import org.parley.game.PostureGame;
import org.parley.game.Reach;
import org.parley.game.Region;
import org.parley.game.SecretChannel;

/** Renders the posture game of a case as JSON. What is missing or without bound has no key. */
public final class GameJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GameJson() {}

  /** The game as JSON text, laid out for people, ending with a line break. */
  public static String render(GameReading reading) {
    return Json.write(tree(reading));
  }

  static ObjectNode tree(GameReading reading) {
    PostureGame game = reading.game();
    ObjectNode json = NODES.objectNode();
    Case subject = reading.advice().subject();
    Json.text(json, "case", subject.id());
    Json.text(json, "asOf", subject.asOf());
    json.put("basis", SecondOpinion.LABEL);
    region(json, game.region());
    json.set(
        "reasonable",
        Json.texts(reading.reasonable().stream().map(SecondOpinion.Course::label).toList()));
    json.putObject("tables")
        .put("posture", reading.advice().posture().label())
        .put("agree", reading.agrees());
    json.set("parameters", parameters(reading));
    json.set(
        "assumed", Json.texts(reading.assumed().stream().sorted().map(Parameter::symbol).toList()));
    number(json, "muStar", game.muStar());
    number(json, "belief", game.parameters().belief());
    json.put("signalDecides", game.signalDecides());
    json.set("margins", margins(game.margins()));
    json.set("equilibria", Json.array(game.equilibria(), GameJson::equilibrium));
    json.set("sensitivity", Json.array(game.sensitivity(), r -> reach(r, game)));
    json.set("rows", rows(reading));
    return json;
  }

  private static void region(ObjectNode json, Region region) {
    json.put("region", region.code()).put("label", region.label());
    json.put("meaning", region.meaning());
  }

  private static ObjectNode parameters(GameReading reading) {
    ObjectNode json = NODES.objectNode();
    for (Parameter parameter : Parameter.values()) {
      number(json, parameter.symbol(), reading.game().parameters().get(parameter));
    }
    return json;
  }

  private static ObjectNode margins(Margins margins) {
    ObjectNode json = NODES.objectNode();
    number(json, "leastGuarantee", margins.leastGuarantee());
    number(json, "sureGuarantee", margins.sureGuarantee());
    ObjectNode incentive = json.putObject("leastIncentive");
    ObjectNode secret = NODES.objectNode();
    for (Kind kind : Kind.values()) {
      number(incentive, kind.letter(), margins.leastIncentive().get(kind));
      secret.set(kind.letter(), secret(margins.secretChannel().get(kind)));
    }
    number(json, "signalNeeded", margins.signalNeeded());
    number(json, "signalShown", margins.signalShown());
    json.set("secretChannel", secret);
    return json;
  }

  private static ObjectNode secret(SecretChannel channel) {
    ObjectNode json = NODES.objectNode();
    json.put("beatsClosed", channel.beatsClosed());
    number(json, "overClosed", channel.overClosed());
    json.put("beatsEscalation", channel.beatsEscalation());
    number(json, "overEscalation", channel.overEscalation());
    number(json, "mostExposure", channel.mostExposure());
    number(json, "leastUse", channel.leastUse());
    return json;
  }

  private static ObjectNode equilibrium(Equilibrium equilibrium) {
    ObjectNode json = NODES.objectNode();
    for (Kind kind : Kind.values()) {
      json.put(kind.letter(), equilibrium.of(kind).label());
    }
    if (equilibrium.escalating() > 0) {
      number(json, "x", equilibrium.copying());
      number(json, "q", equilibrium.escalating());
    }
    return json;
  }

  private static ObjectNode reach(Reach reach, PostureGame game) {
    ObjectNode json = NODES.objectNode();
    json.put("parameter", reach.parameter().symbol());
    number(json, "value", game.parameters().get(reach.parameter()));
    reach.turnBelow().ifPresent(t -> json.set("below", turn(t)));
    reach.turnAbove().ifPresent(t -> json.set("above", turn(t)));
    return json;
  }

  private static ObjectNode turn(Reach.Turn turn) {
    ObjectNode json = NODES.objectNode();
    number(json, "at", turn.at());
    turn.beyond().ifPresent(r -> json.put("region", r.code()));
    return json;
  }

  private static ObjectNode rows(GameReading reading) {
    ObjectNode json = NODES.objectNode();
    for (Parameter parameter : Parameter.values()) {
      reading.row(parameter).ifPresent(row -> json.put(parameter.symbol(), row.id()));
    }
    return json;
  }

  private static void number(ObjectNode json, String key, double value) {
    if (Double.isFinite(value)) {
      json.put(key, Figures.exact(value));
    }
  }
}
