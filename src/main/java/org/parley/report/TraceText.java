package org.parley.report;

import java.util.List;
import org.parley.Event;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Shown;

/** Draws the trace of an advice as a tree on a page. */
final class TraceText {
  private final Style style;
  private final Page page;

  TraceText(Style style, Page page) {
    this.style = style;
    this.page = page;
  }

  void write(TraceTree tree) {
    page.heading(Wording.TRACE);
    List<TraceNode> roots = tree.roots();
    for (int i = 0; i < roots.size(); i++) {
      if (i > 0) {
        page.blank();
      }
      branch(roots.get(i), new Rails("", ""));
    }
    untested(tree.untested());
  }

  private void untested(List<Fact> facts) {
    if (!facts.isEmpty()) {
      page.heading(Wording.UNTESTED);
      facts.forEach(fact -> branch(new TraceNode.Known(fact, false), new Rails("  ", "    ")));
    }
  }

  private void branch(TraceNode node, Rails rails) {
    List<Prose> paragraphs = words(node);
    page.hanging(rails.first(), rails.rest(), paragraphs.get(0));
    paragraphs.stream().skip(1).forEach(p -> page.hanging(rails.rest(), rails.rest(), p));
    events(node, rails);
    List<TraceNode> below = node.below();
    for (int i = 0; i < below.size(); i++) {
      branch(below.get(i), rails.below(style, i == below.size() - 1));
    }
  }

  private List<Prose> words(TraceNode node) {
    if (node instanceof TraceNode.Decided decision) {
      return decision(decision);
    }
    if (node instanceof TraceNode.Matched matched) {
      return matched.row().decided() ? row(matched.row()) : List.of(outranked(matched.row()));
    }
    if (node instanceof TraceNode.Known known) {
      return fact(known);
    }
    TraceNode.Open open = (TraceNode.Open) node;
    return List.of(named(Tone.PLAIN, open.name()).then(Tone.DIM, open.value()));
  }

  private static List<Prose> decision(TraceNode.Decided decision) {
    Prose head = named(Tone.STRONG, decision.name()).then(Tone.STRONG, decision.result());
    return decision.above()
        ? List.of(head.then(Tone.DIM, "(above)"))
        : List.of(head, Prose.dim(decision.question()));
  }

  private List<Prose> row(FiredRow row) {
    return List.of(
        Prose.plain(row.why()),
        listed(Prose.dim("row").then(Tone.DIM, row.id()), Wording.references(row)));
  }

  private Prose outranked(FiredRow row) {
    Prose prose = Prose.dim(Wording.OUTRANKED).then(Tone.DIM, row.why());
    return prose.listed(Tone.DIM, separator(), "row " + row.id());
  }

  private List<Prose> fact(TraceNode.Known known) {
    Fact fact = known.fact();
    Prose head = named(Tone.PLAIN, fact.name()).then(Tone.PLAIN, fact.value());
    if (known.above()) {
      return List.of(head.then(Tone.DIM, "(above)"));
    }
    return List.of(
        listed(head, Wording.provenance(fact)),
        Prose.plain(fact.why()).then(Tone.DIM, inBrackets(fact.source())));
  }

  private void events(TraceNode node, Rails rails) {
    if (node instanceof TraceNode.Known known && !known.above()) {
      Rails item = new Rails(rails.tail() + style.sign(Sign.BULLET) + " ", rails.tail() + "  ");
      known.fact().events().forEach(e -> page.hanging(item.first(), item.rest(), event(e)));
    }
  }

  private Prose event(Event event) {
    Prose prose = Prose.plain(event.date().toString()).then(Tone.PLAIN, event.type());
    String parties = Wording.parties(event, style.sign(Sign.ARROW));
    return prose
        .listed(Tone.PLAIN, separator(), parties)
        .listed(Tone.PLAIN, separator(), event.note())
        .then(Tone.DIM, inBrackets(event.source()));
  }

  private static Prose named(Tone tone, String name) {
    return Prose.of(tone, name).and(tone, ":");
  }

  private Prose listed(Prose start, List<String> parts) {
    Prose prose = start;
    for (String part : parts) {
      prose = prose.listed(Tone.DIM, separator(), part);
    }
    return prose;
  }

  private static String inBrackets(String text) {
    return Wording.isBlank(text) ? "" : "(" + Shown.line(text) + ")";
  }

  private String separator() {
    return style.sign(Sign.SEPARATOR);
  }

  /**
   * The lines that lead to a place of the tree.
   *
   * @param head up to its first line
   * @param tail down beside all that follows
   */
  private record Rails(String head, String tail) {

    Page.Lead first() {
      return new Page.Lead(Tone.DIM, head);
    }

    Page.Lead rest() {
      return new Page.Lead(Tone.DIM, tail);
    }

    Rails below(Style style, boolean last) {
      return new Rails(
          tail + style.sign(last ? Sign.LAST_FORK : Sign.FORK),
          tail + (last ? "   " : style.sign(Sign.RAIL)));
    }
  }
}
