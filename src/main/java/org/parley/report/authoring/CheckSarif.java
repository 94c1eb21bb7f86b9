package org.parley.report.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.author.check.Check;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;
import org.parley.author.check.NotAnalysed;
import org.parley.author.check.TurnedOff;
import org.parley.report.json.Json;

/** Renders a check as SARIF 2.1.0, which code hosts and editors show beside the files. */
final class CheckSarif {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CheckSarif() {}

  /** The result as JSON text that ends with a line break. */
  static String render(CheckResult result) {
    ObjectNode log = NODES.objectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Parley");
    driver.set("rules", array(Arrays.stream(Check.values()).map(CheckSarif::rule)));
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", true);
    invocation.set(
        "toolExecutionNotifications",
        array(result.notAnalysed().stream().map(CheckSarif::notification)));
    ArrayNode results = run.putArray("results");
    result.findings().forEach(f -> results.add(result(f)));
    result.turnedOff().forEach(off -> addSuppressed(off, results));
    return Json.text(log);
  }

  private static ArrayNode array(Stream<ObjectNode> items) {
    return NODES.arrayNode().addAll(items.toList());
  }

  private static ObjectNode rule(Check check) {
    ObjectNode rule = NODES.objectNode();
    rule.put("id", check.id());
    rule.set("shortDescription", message(check.sentence()));
    rule.set("help", message("Not: %s. But: %s.".formatted(check.bad(), check.good())));
    rule.putObject("defaultConfiguration").put("level", check.level().label());
    rule.putObject("properties").putArray("tags").add(check.group().title());
    return rule;
  }

  private static ObjectNode notification(NotAnalysed missing) {
    ObjectNode notification = NODES.objectNode();
    notification.put("level", "note");
    notification.set(
        "message", message("Not analysed: %s: %s".formatted(missing.what(), missing.why())));
    return notification;
  }

  private static void addSuppressed(TurnedOff off, ArrayNode results) {
    for (CheckFinding finding : off.findings()) {
      ObjectNode result = result(finding);
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("justification", off.setting().why());
      results.add(result);
    }
  }

  private static ObjectNode result(CheckFinding finding) {
    ObjectNode result = NODES.objectNode();
    result.put("ruleId", finding.check().id());
    result.put("ruleIndex", List.of(Check.values()).indexOf(finding.check()));
    result.put("level", finding.level().label());
    result.set("message", message(finding.message()));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(finding.place().file()));
    if (finding.place().line() > 0) {
      physical.putObject("region").put("startLine", finding.place().line());
    }
    ArrayNode logical = logicalLocations(finding.place());
    if (!logical.isEmpty()) {
      location.set("logicalLocations", logical);
    }
    return result;
  }

  /** The model, decision, row and column, each within the one before. */
  private static ArrayNode logicalLocations(Place place) {
    ArrayNode locations = NODES.arrayNode();
    List<String> path = new ArrayList<>(List.of(place.file()));
    for (Place.Part part : place.parts()) {
      path.add(part.name());
      locations
          .addObject()
          .put("name", part.name())
          .put("fullyQualifiedName", String.join("/", path))
          .put("kind", part.kind().isEmpty() ? "row" : part.kind());
    }
    return locations;
  }

  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toString();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static ObjectNode message(String text) {
    return NODES.objectNode().put("text", text);
  }
}
