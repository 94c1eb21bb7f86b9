package org.parley.report.authoring;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.knowledge.CellWords;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.RuleHeader;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Tells a knowledge base in prose: every decision, its rows, their sources, what is contested. */
public final class KnowledgeReport {
  private final KnowledgeBase knowledge;

  private KnowledgeReport(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The knowledge base as a document. */
  public static Document of(KnowledgeBase knowledge) {
    return new KnowledgeReport(knowledge).document();
  }

  private Document document() {
    Document document =
        new Document("What the tables say")
            .front(
                paragraph(
                    "Every decision, each behind those that it reads. Written by parley knowledge;"
                        + " change the tables, not this page."));
    knowledge.decisions().forEach(d -> document.section(d.name(), decision(d)));
    List<RuleHeader> headers = knowledge.rules().headers();
    if (!headers.isEmpty()) {
      document.section(
          "Rules",
          paragraph("What is derived from dated events, and what is looked over."),
          Document.items(headers, KnowledgeReport::rule));
    }
    return knowledge.plain().isPresent() ? document : document.section("Statements", statements());
  }

  private List<Block> decision(Decision decision) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(note("%s (%s)".formatted(decision.question(), decision.file()).strip()));
    decision
        .table()
        .ifPresentOrElse(
            table -> table(table, blocks),
            () -> {
              if (knowledge.plain().isPresent()) {
                blocks.add(paragraph("Its logic is an expression, and no table."));
              }
            });
    return blocks;
  }

  private void table(DecisionTable table, List<Block> blocks) {
    blocks.add(paragraph(policy(table)));
    blocks.add(Document.items(table.rows(), row -> item(table, row)));
    List<String> otherwise = table.outputs().stream().map(DecisionTable.Output::otherwise).toList();
    if (!otherwise.isEmpty() && !otherwise.contains("")) {
      blocks.add(
          paragraph(
              "Where none of them holds: %s."
                  .formatted(
                      otherwise.stream()
                          .map(CellWords::values)
                          .collect(Collectors.joining(": ")))));
    }
    Set<String> cautions = new LinkedHashSet<>();
    table.rows().stream()
        .flatMap(row -> row.statements().stream())
        .map(knowledge.statements()::get)
        .filter(s -> s != null && !s.caution().isEmpty())
        .forEach(s -> cautions.add(s.id() + ": " + s.caution()));
    if (!cautions.isEmpty()) {
      blocks.add(
          paragraph(
              "Contested or to be read with care: %s.".formatted(String.join("; ", cautions))));
    }
  }

  private static String policy(DecisionTable table) {
    return switch (table.hitPolicy()) {
      case "UNIQUE" -> "In every case exactly one of these holds.";
      case "PRIORITY" ->
          "Several may hold; the answer that stands first here prevails: %s."
              .formatted(CellWords.values(table.outputs().get(0).values()));
      case "FIRST" -> "The first that holds decides.";
      case "ANY" -> "Several may hold where they say the same.";
      case "COLLECT" -> collected(table.aggregation());
      case "RULE ORDER" -> "All that hold count, in this order.";
      case "OUTPUT ORDER" ->
          "All that hold count, in the order of the answers: %s."
              .formatted(CellWords.values(table.outputs().get(0).values()));
      default -> "Hit policy " + table.hitPolicy() + ".";
    };
  }

  private static String collected(String aggregation) {
    return switch (aggregation) {
      case "SUM" -> "All that hold are added up.";
      case "MIN" -> "The least of those that hold counts.";
      case "MAX" -> "The greatest of those that hold counts.";
      case "COUNT" -> "Those that hold are counted.";
      default -> "All that hold count.";
    };
  }

  private static Block.Item item(DecisionTable table, Row row) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      if (row.tests(i)) {
        conditions.add(
            table.inputs().get(i).expression() + " is " + CellWords.test(row.tests().get(i)));
      }
    }
    return new Block.Item(
            Words.strong(
                    row.results().stream().map(CellWords::values).collect(Collectors.joining(": ")))
                .then(
                    Tone.PLAIN,
                    conditions.isEmpty()
                        ? "always."
                        : "if " + String.join(", and ", conditions) + ".")
                .then(Tone.PLAIN, row.why()))
        .note(Wording.lookUp(row.id(), row.source(), row.statements()));
  }

  private static Block.Item rule(RuleHeader rule) {
    return new Block.Item(
            Words.strong(rule.name())
                .then(
                    Tone.PLAIN,
                    rule.derives().isEmpty() ? "" : "(" + String.join(", ", rule.derives()) + ")")
                .and(Tone.PLAIN, ".")
                .then(Tone.PLAIN, rule.why()))
        .note(Words.parts(Tone.DIM, rule.source(), String.join(", ", rule.statements())));
  }

  private Block.Table statements() {
    return Document.table(
        "Statements of the sources",
        Block.Column.all("id", "kind", "statement", "document", "caution"),
        knowledge.statements().values(),
        s -> Block.Line.of(s.id(), s.kind(), s.text(), s.document(), s.caution()));
  }
}
