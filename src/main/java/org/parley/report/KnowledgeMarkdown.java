package org.parley.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.RuleHeader;
import org.parley.knowledge.Statement;

/** Tells a knowledge base in prose: every decision, its rows, their sources, what is contested. */
public final class KnowledgeMarkdown {
  private static final String ANY = "-";

  private final KnowledgeBase knowledge;
  private final StringBuilder page = new StringBuilder();

  private KnowledgeMarkdown(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The knowledge base as Markdown that ends with a line break. */
  public static String render(KnowledgeBase knowledge) {
    return new KnowledgeMarkdown(knowledge).write();
  }

  private String write() {
    page.append("# What the tables say\n\n");
    page.append(
        "Every decision, each behind those that it reads. Written by `parley knowledge`; change the"
            + " tables, not this page.\n");
    knowledge.decisions().forEach(this::decision);
    rules();
    statements();
    return page.toString();
  }

  private void decision(Decision decision) {
    page.append("\n## ").append(Markdown.escape(decision.name())).append("\n\n");
    page.append("*").append(Markdown.escape(decision.question())).append("*");
    page.append(" (").append(Markdown.escape(decision.file())).append(")\n\n");
    decision.table().ifPresent(this::table);
  }

  private void table(DecisionTable table) {
    page.append(policy(table)).append("\n\n");
    Set<String> cautions = new LinkedHashSet<>();
    for (Row row : table.rows()) {
      row(table, row);
      row.statements().stream()
          .map(knowledge.statements()::get)
          .filter(s -> s != null && !s.caution().isEmpty())
          .forEach(s -> cautions.add(Markdown.escape(s.id() + ": " + s.caution())));
    }
    if (!cautions.isEmpty()) {
      page.append("\nContested or to be read with care: ");
      page.append(String.join("; ", cautions)).append(".\n");
    }
  }

  private static String policy(DecisionTable table) {
    return switch (table.hitPolicy()) {
      case "UNIQUE" -> "In every case exactly one of these holds.";
      case "PRIORITY" ->
          "Several may hold; the answer that stands first here prevails: "
              + Markdown.escape(CellWords.values(table.outputs().get(0).values()))
              + ".";
      case "FIRST" -> "The first that holds decides.";
      case "COLLECT" -> "All that hold count.";
      default -> "Hit policy " + table.hitPolicy() + ".";
    };
  }

  private void row(DecisionTable table, Row row) {
    page.append("- ").append(results(row));
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      String test = row.tests().get(i);
      if (!test.equals(ANY)) {
        conditions.add(
            Markdown.escape(table.inputs().get(i).expression())
                + " is "
                + Markdown.escape(CellWords.test(test)));
      }
    }
    page.append(conditions.isEmpty() ? " always" : " if " + String.join(", and ", conditions));
    page.append(". ").append(Markdown.escape(row.why()));
    page.append(" (`").append(row.id()).append("` · ");
    page.append(Markdown.escape(row.source())).append(" · ");
    page.append(String.join(", ", row.statements())).append(")\n");
  }

  private static String results(Row row) {
    return row.results().stream()
        .map(r -> "**" + Markdown.escape(CellWords.values(r)) + "**")
        .collect(Collectors.joining(": "));
  }

  private void rules() {
    List<RuleHeader> headers = knowledge.rules().headers();
    if (headers.isEmpty()) {
      return;
    }
    page.append("\n## Rules\n\nWhat is derived from dated events, and what is looked over.\n\n");
    for (RuleHeader rule : headers) {
      page.append("- **").append(Markdown.escape(rule.name())).append("**");
      if (!rule.derives().isEmpty()) {
        page.append(" (").append(Markdown.escape(String.join(", ", rule.derives()))).append(")");
      }
      page.append(". ").append(Markdown.escape(rule.why()));
      page.append(" (").append(Markdown.escape(rule.source()));
      if (!rule.statements().isEmpty()) {
        page.append(" · ").append(String.join(", ", rule.statements()));
      }
      page.append(")\n");
    }
  }

  private void statements() {
    page.append("\n## Statements\n\n");
    page.append(Markdown.head("id", "kind", "statement", "document", "caution"));
    for (Statement s : knowledge.statements().values()) {
      page.append(
          Markdown.row(
              s.id(),
              Markdown.escape(s.kind()),
              Markdown.escape(s.text()),
              Markdown.escape(s.document()),
              Markdown.escape(s.caution())));
    }
  }
}
