package org.parley.author.check;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.parley.Place;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.EngineLoader;
import org.parley.knowledge.EngineWords;
import org.parley.knowledge.KnowledgeDraft;

/**
 * Asks the engine's own validator and table analysis, and says in words for staff what no check
 * here has said already. On what both look at, the checks here are exact and have the last word.
 */
final class EngineCheck {
  private static final Pattern UNKNOWN = Pattern.compile("Unknown variable '([^']+)'");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String TABLE = "DECISION_TABLE";
  private final KnowledgeDraft draft;
  private final Set<String> exact;
  private final CheckFindings findings;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * @param exact the decisions whose tables have been analysed exactly
   */
  EngineCheck(KnowledgeDraft draft, Set<String> exact, CheckFindings findings) {
    this.draft = draft;
    this.exact = exact;
    this.findings = findings;
    // of rows with one id the first keeps it
    draft.models().forEach(m -> m.places().forEach(places::putIfAbsent));
  }

  /** Asks about everything. */
  void run(String dmn) {
    List<DMNMessage> messages =
        ask(
            dmn,
            Set.of(Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL),
            Set.of(Validation.VALIDATE_COMPILATION, Validation.ANALYZE_DECISION_TABLE));
    messages.forEach(this::add);
    skipped(messages);
  }

  /** Asks only what keeps the models from being compiled. */
  void compile(String dmn) {
    ask(dmn, Set.of(), Set.of(Validation.VALIDATE_COMPILATION)).forEach(this::add);
  }

  /**
   * Asks.
   *
   * @param ofForm what to ask that has no FEEL read
   * @param ofFeel what to ask that has it read, and perhaps evaluated
   */
  private static List<DMNMessage> ask(String dmn, Set<Validation> ofForm, Set<Validation> ofFeel) {
    DMNValidator validator = DMNValidatorFactory.newValidator(EngineLoader.instance(), List.of());
    try {
      List<DMNMessage> messages = new ArrayList<>();
      if (!ofForm.isEmpty()) {
        messages.addAll(
            validator.validate(new StringReader(dmn), ofForm.toArray(Validation[]::new)));
      }
      Definitions model = DMNMarshallerFactory.newDefaultMarshaller().unmarshal(dmn);
      model.normalize();
      messages.addAll(
          EngineLoader.within(() -> validator.validate(model, ofFeel.toArray(Validation[]::new))));
      return messages;
    } finally {
      validator.dispose();
    }
  }

  private void add(DMNMessage message) {
    Place place = places.getOrDefault(String.valueOf(message.getSourceId()), somewhere());
    String text = EngineWords.unframed(message.getText());
    Matcher unknown = UNKNOWN.matcher(text);
    if (message.getMessageType().name().startsWith(TABLE)) {
      table(message.getMessageType(), place, text);
    } else if (unknown.find()) {
      findings.add(
          Check.UNQUOTED_TEXT,
          place,
          ("FEEL takes %1$s for a name, which this decision does not read; a text needs quotes:"
                  + " \"%1$s\"")
              .formatted(unknown.group(1)));
    } else if (isNews(message, place)) {
      findings.add(Check.ENGINE, place, EngineWords.of(text));
    }
  }

  private Place somewhere() {
    return Place.of(draft.plain().isPresent() ? draft.models().get(0).file() : "dmn/");
  }

  /** Says what the analysis found, where no exact analysis of the table was possible. */
  private void table(DMNMessageType type, Place place, String text) {
    if (exact.contains(place.decision()) || findings.concerns(place.decision())) {
      return;
    }
    String rows = rows(place.decision(), text);
    switch (type) {
      case DECISION_TABLE_GAP ->
          findings.add(
              Check.GAP,
              place,
              "by the engine's own analysis no row for "
                  + text.replaceFirst("^.*?: \\[ ?", "").replaceFirst(" ?\\]$", ""));
      case DECISION_TABLE_OVERLAP,
          DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE,
          DECISION_TABLE_OVERLAP_HITPOLICY_ANY ->
          findings.add(
              Check.OVERLAP,
              place,
              "by the engine's own analysis %s match together".formatted(rows));
      case DECISION_TABLE_MASKED_RULE ->
          findings.add(
              Check.MASKED_ROW,
              place,
              "by the engine's own analysis the first of %s never decides".formatted(rows));
      default -> {
        // matters of taste, such as another hit policy
      }
    }
  }

  /** The rows that a message names by their numbers, by their ids. */
  private String rows(String decision, String text) {
    List<String> ids =
        draft.decisions().stream()
            .filter(d -> d.name().equals(decision))
            .flatMap(d -> d.rows().stream())
            .map(r -> r.place().row())
            .toList();
    List<String> named = new ArrayList<>();
    Matcher number = NUMBER.matcher(text.replaceFirst("(?i)^.*?(?=rules?:? )", ""));
    while (number.find()) {
      int row = Integer.parseInt(number.group());
      if (0 < row && row <= ids.size()) {
        named.add("'" + ids.get(row - 1) + "'");
      }
    }
    return "the rows " + String.join(", ", named);
  }

  private boolean isNews(DMNMessage message, Place place) {
    boolean aside =
        Set.of(
                DMNMessageType.DECISION_TABLE_ANALYSIS,
                DMNMessageType.DECISION_TABLE_ANALYSIS_EMPTY,
                DMNMessageType.DECISION_TABLE_ANALYSIS_ERROR,
                DMNMessageType.DMNDI_MISSING_DIAGRAM,
                DMNMessageType.DMNDI_UNKNOWN_REF)
            .contains(message.getMessageType());
    // other programs leave types out
    boolean untyped =
        draft.plain().isPresent() && message.getMessageType() == DMNMessageType.MISSING_TYPE_REF;
    return !aside && !untyped && message.getLevel() != Message.Level.INFO && !findings.knows(place);
  }

  /** Says which tables the engine's analysis left out, wholly or in part. */
  private void skipped(List<DMNMessage> messages) {
    Set<String> seen = new HashSet<>();
    Set<String> parts = new TreeSet<>();
    Set<String> broken = new TreeSet<>();
    for (DMNMessage message : messages) {
      Place place = places.getOrDefault(String.valueOf(message.getSourceId()), Place.of(""));
      if (message.getMessageType().name().startsWith(TABLE)) {
        seen.add(place.decision());
      }
      if (message.getMessageType() == DMNMessageType.DECISION_TABLE_ANALYSIS_ERROR) {
        boolean several = message.getText().contains("multiple inputentries");
        (several ? parts : broken).add(place.decision());
      }
    }
    List<String> never =
        draft.decisions().stream()
            .filter(d -> d.table().isPresent() && !seen.contains(d.name()))
            .map(DraftDecision::name)
            .toList();
    skip("parts of ", parts, "it does not compare rows that list several values in a cell");
    skip("", broken, "it broke off with an error of its own");
    skip("", never, "it says nothing of tables of their kind");
  }

  private void skip(String part, Collection<String> decisions, String why) {
    if (!decisions.isEmpty()) {
      findings.skip(
          "by the engine's own analysis, %s'%s'".formatted(part, String.join("', '", decisions)),
          exact.containsAll(decisions) ? why + "; the exact analysis has looked at them" : why);
    }
  }
}
