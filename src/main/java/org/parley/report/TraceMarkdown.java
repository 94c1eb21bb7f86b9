package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Event;
import org.parley.Fact;
import org.parley.FiredRow;

/** Writes the trace of an advice as nested lists, and its facts as tables. */
final class TraceMarkdown {
  private final StringBuilder page;

  TraceMarkdown(StringBuilder page) {
    this.page = page;
  }

  void write(Advice advice) {
    page.append("\n## ").append(Wording.TRACE).append("\n\n");
    TraceTree.of(advice).roots().forEach(root -> branch(root, 0));
    facts(advice.facts());
    events(advice.facts().stream().filter(fact -> !fact.events().isEmpty()).toList());
  }

  private void branch(TraceNode node, int depth) {
    page.append("  ".repeat(depth)).append("- ").append(words(node)).append('\n');
    node.below().forEach(below -> branch(below, depth + 1));
  }

  private static String words(TraceNode node) {
    if (node instanceof TraceNode.Decided decision) {
      return decision(decision);
    }
    if (node instanceof TraceNode.Matched matched) {
      return row(matched.row());
    }
    if (node instanceof TraceNode.Known known) {
      return Markdown.escape(known.fact().name()) + ": " + Markdown.escape(known.fact().value());
    }
    TraceNode.Open open = (TraceNode.Open) node;
    return Markdown.escape(open.name()) + ": *" + Markdown.escape(open.value()) + "*";
  }

  private static String decision(TraceNode.Decided decision) {
    String name = Markdown.escape(decision.name());
    String head = "**" + name + ": " + Markdown.escape(decision.result()) + "**";
    return head + (decision.above() ? " (above)" : Markdown.inBrackets(decision.question()));
  }

  private static String row(FiredRow row) {
    List<String> references = new ArrayList<>();
    references.add("row " + row.id());
    references.addAll(Wording.references(row));
    String sentence = Markdown.escape(row.why()) + " (" + Markdown.listed(references) + ")";
    return row.decided() ? sentence : "*" + Wording.OUTRANKED + "* " + sentence;
  }

  private void facts(List<Fact> facts) {
    if (!facts.isEmpty()) {
      page.append("\n## Facts\n\n");
      page.append(Markdown.head("Fact", "Value", "Origin", "Why", "Source"));
      facts.forEach(fact -> page.append(fact(fact)));
    }
  }

  private static String fact(Fact fact) {
    return Markdown.row(
        Markdown.escape(fact.name()),
        Markdown.escape(fact.value()),
        Markdown.listed(Wording.provenance(fact)),
        Markdown.escape(fact.why()),
        Markdown.escape(fact.source()));
  }

  private void events(List<Fact> derived) {
    if (!derived.isEmpty()) {
      page.append("\n## Events behind derived facts\n\n");
      page.append(Markdown.head("Fact", "Date", "Event", "By and to", "Note", "Source"));
      derived.forEach(fact -> page.append(events(fact)));
    }
  }

  private static String events(Fact fact) {
    return fact.events().stream()
        .map(event -> event(Markdown.escape(fact.name()), event))
        .collect(Collectors.joining());
  }

  private static String event(String fact, Event event) {
    return Markdown.row(
        fact,
        event.date().toString(),
        Markdown.escape(event.type()),
        Markdown.escape(Wording.parties(event, Sign.ARROW.in(true))),
        Markdown.escape(event.note()),
        Markdown.escape(event.source()));
  }
}
