package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.parley.Expectation;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.decide.world.Shifts;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.Outcome;
import org.parley.regress.RegressionResult.Tally;

/** Renders the review of a change as JSON for programs. */
public final class ReviewJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReviewJson() {}

  /** The review as JSON text that ends with a line break. */
  public static String render(ChangeReview review) {
    ObjectNode json = NODES.objectNode();
    addTo(json, review);
    return Json.write(json);
  }

  /** Adds the review to an object. */
  static void addTo(ObjectNode json, ChangeReview review) {
    json.put("before", review.before());
    json.put("after", review.after());
    json.set("decisions", Json.array(review.diff().decisions(), ReviewJson::decision));
    json.set("rows", Json.array(review.diff().rows(), ReviewJson::row));
    json.set("vocabulary", Json.array(review.diff().vocabulary(), ReviewJson::entry));
    json.set("rules", Json.array(review.diff().rules(), ReviewJson::entry));
    review.impact().ifPresentOrElse(i -> impact(json, i), () -> json.putArray("cases"));
    json.set("caseProblems", Json.texts(review.problems().stream().map(Object::toString).toList()));
    json.set("notes", Json.texts(review.notes()));
  }

  private static ObjectNode decision(DecisionChange change) {
    ObjectNode json = NODES.objectNode();
    json.put("change", change.kind().word());
    json.put("decision", change.decision());
    json.put("file", change.file());
    json.set("details", Json.array(change.details(), ReviewJson::detail));
    return json;
  }

  private static ObjectNode detail(Detail detail) {
    return NODES
        .objectNode()
        .put("what", detail.what())
        .put("before", detail.before())
        .put("after", detail.after());
  }

  private static ObjectNode row(RowChange row) {
    ObjectNode json = NODES.objectNode();
    json.put("change", row.kind().word());
    json.put("table", row.decision());
    json.put("file", row.file());
    json.put("id", row.id());
    Json.text(json, "formerId", row.formerId());
    if (row.from() > 0) {
      json.put("from", row.from());
    }
    if (row.to() > 0) {
      json.put("to", row.to());
    }
    json.put("moved", row.moved());
    json.put("why", row.why());
    json.set("cells", Json.array(row.cells(), ReviewJson::cell));
    return json;
  }

  private static ObjectNode cell(CellChange cell) {
    ObjectNode json = NODES.objectNode();
    json.put("part", cell.part().name().toLowerCase(Locale.ROOT));
    json.put("column", cell.column());
    json.put("before", cell.before());
    json.put("after", cell.after());
    if (!cell.before().isEmpty()) {
      json.put("beforeInWords", ReviewWording.before(cell));
    }
    if (!cell.after().isEmpty()) {
      json.put("afterInWords", ReviewWording.after(cell));
    }
    return json;
  }

  private static ObjectNode entry(EntryChange entry) {
    ObjectNode json = NODES.objectNode();
    json.put("change", entry.kind().word());
    json.put("type", entry.type());
    json.put("name", entry.name());
    json.put("file", entry.file());
    json.set("details", Json.array(entry.details(), ReviewJson::detail));
    return json;
  }

  private static void impact(ObjectNode json, Impact impact) {
    json.set("cases", Json.array(impact.moved(), ReviewJson::move));
    json.put("compared", impact.cases());
    ObjectNode elsewhere = json.putObject("elsewhere");
    impact.elsewhere().forEach((decision, ids) -> elsewhere.set(decision, Json.texts(ids)));
    ObjectNode observed = json.putObject("observed");
    tally(observed.putObject("before"), impact.before());
    tally(observed.putObject("after"), impact.after());
    observed.put("caution", ReviewWording.CAUTION);
    ObjectNode combinations = json.putObject("combinations");
    impact.shifts().forEach((name, shifts) -> shifts(combinations.putObject(name), shifts));
  }

  private static ObjectNode move(Move move) {
    ObjectNode json = NODES.objectNode();
    json.put("case", move.subject());
    json.put("title", move.title());
    json.set("before", outcome(move.before()));
    json.set("after", outcome(move.after()));
    Expectation pinned = move.expected();
    if (pinned != null) {
      json.putObject("expected")
          .put("posture", pinned.posture().label())
          .put("unofficialTrack", pinned.unofficialTrack().label());
    }
    json.set(
        "rows",
        Json.array(
            move.rows(),
            row ->
                NODES
                    .objectNode()
                    .put("id", row.id())
                    .put("table", row.table())
                    .put("why", row.why())
                    .put("before", row.before())
                    .put("after", row.after())));
    return json;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", outcome.stance().posture());
    Json.text(json, "unofficialTrack", outcome.stance().unofficialTrack());
    ObjectNode verdicts = json.putObject("verdicts");
    outcome.verdicts().forEach(verdicts::put);
    json.set("warnings", Json.texts(outcome.warnings()));
    Json.text(json, "failure", outcome.failure());
    return json;
  }

  private static void tally(ObjectNode json, Tally tally) {
    json.put("compared", tally.compared()).put("agree", tally.agree());
  }

  private static void shifts(ObjectNode json, Shifts shifts) {
    json.put("share", Figures.exact(shifts.share()));
    json.put("exact", shifts.exact());
    json.put("margin95", Figures.exact(shifts.margin()));
    json.set(
        "shifts",
        Json.array(
            shifts.shifts(),
            s ->
                NODES
                    .objectNode()
                    .put("from", s.from())
                    .put("to", s.to())
                    .put("share", Figures.exact(s.share()))));
  }
}
