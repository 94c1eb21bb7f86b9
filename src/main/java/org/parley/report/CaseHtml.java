package org.parley.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.SecondOpinion;
import org.parley.explain.FinalDecisions;
import org.parley.explain.UsedTable;
import org.parley.game.GameReading;
import org.parley.knowledge.Diagram;

/**
 * Renders the report of one case as one HTML file that needs nothing else: page one is a briefing
 * that stands alone, and everything behind it is what one can argue with.
 */
public final class CaseHtml {
  /** What the advice consists of; a table has a say when one of these rests on it. */
  private static final List<String> FINAL = FinalDecisions.RECOMMENDATION;

  private final Dossier dossier;
  private final Advice advice;
  private final PathToPosture path;
  private final Map<String, DomContent> parts = new LinkedHashMap<>();

  private CaseHtml(Dossier dossier) {
    this.dossier = dossier;
    this.advice = dossier.advice();
    this.path = PathToPosture.to(List.of(FINAL.get(0)), advice.trace());
  }

  /** The report as an HTML page. */
  public static String render(Dossier dossier) {
    return new CaseHtml(dossier).page();
  }

  private String page() {
    FrontPageHtml front = new FrontPageHtml(advice);
    collectParts();
    List<SectionTag> sections = new ArrayList<>();
    parts.forEach((title, content) -> sections.add(HtmlParts.part(id(title), title, content)));
    return HtmlPage.render(
        Wording.title(advice.subject()),
        HtmlStyle.SHEET + CaseStyle.SHEET,
        a("To the briefing").withHref("#favoured").withClass("skip"),
        main(front.head(), front.body(), contents(), each(sections, s -> s)),
        footer(provenance()));
  }

  private void collectParts() {
    ArgumentHtml argument = new ArgumentHtml(dossier);
    add("What goes with it", guidance());
    add(ArgumentWording.WHY_NOT, argument.whyNot());
    add(ArgumentWording.CHANGES, argument.changes());
    add(ArgumentWording.QUESTIONS, argument.questions());
    if (!dossier.briefing().similar().isEmpty()) {
      add(ArgumentWording.SIMILAR, argument.similar());
    }
    advice.secondOpinion().ifPresent(o -> add(Wording.SECOND_OPINION, secondOpinion(o)));
    add("Facts", new FactsHtml(dossier, path).render());
    if (!advice.subject().events().isEmpty()) {
      add("Events", new EventLineHtml(advice.subject()).render());
    }
    if (!dossier.diagrams().isEmpty()) {
      add("Decision diagram", diagrams());
    }
    add("Tables that have a say", tables());
    add("Sources", sources());
  }

  private void add(String title, DomContent content) {
    parts.put(title, content);
  }

  private static String id(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private DomContent contents() {
    return nav(ul(each(parts.keySet(), t -> li(a(t).withHref("#" + id(t))))))
        .attr("aria-label", "Contents");
  }

  private DomContent guidance() {
    Map<String, List<String>> sections = new LinkedHashMap<>(Wording.guidance(advice, true));
    sections.keySet().removeAll(Wording.guidance(advice, false).keySet());
    return div(each(sections.entrySet(), s -> HtmlParts.sentences(s.getKey(), s.getValue())))
        .withClass("columns");
  }

  private DomContent secondOpinion(SecondOpinion opinion) {
    return div(
        HtmlParts.list(Wording.secondOpinion(opinion)),
        each(dossier.game().stream().toList(), CaseHtml::picture));
  }

  /** A picture in the file; its own title and description go with it. */
  private static DomContent picture(GameReading reading) {
    String svg = PhaseDiagram.render(reading);
    String coded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return figure(
        HtmlParts.scroller(
            "Diagram of the posture game",
            img()
                .withSrc("data:image/svg+xml;base64," + coded)
                .withAlt(PhaseDiagram.description(reading))));
  }

  private DomContent diagrams() {
    DiagramHtml drawing = new DiagramHtml(advice, path);
    List<Diagram> ordered = new ArrayList<>(dossier.diagrams());
    ordered.sort(
        Comparator.comparing((Diagram d) -> !isOfPosture(d))
            .thenComparing(d -> !drawing.concerns(d)));
    List<DomContent> drawn = new ArrayList<>();
    for (Diagram diagram : ordered) {
      String title =
          diagram.title() + (drawing.concerns(diagram) ? "" : " (no say in the posture)");
      drawn.add(
          details(
                  summary(HtmlParts.words(title)),
                  drawing.render(diagram, "diagram-" + (drawn.size() + 1)))
              .withCondOpen(isOfPosture(diagram)));
    }
    return div(
        p("Boxes are decisions, rounded ones what they read. In bold: what the posture rests on.")
            .withClass("note"),
        each(drawn, d -> d));
  }

  private static boolean isOfPosture(Diagram diagram) {
    return diagram.nodes().stream().anyMatch(n -> n.decision() && n.name().equals(FINAL.get(0)));
  }

  private DomContent tables() {
    PathToPosture say = behindAll();
    TablesHtml html = new TablesHtml(advice);
    List<UsedTable> deciding =
        dossier.tables().stream().filter(t -> say.holds(t.decision().name())).toList();
    List<UsedTable> others =
        dossier.tables().stream().filter(t -> !say.holds(t.decision().name())).toList();
    return div(
        p("Every row of every table behind the posture, what to combine it with and the unofficial"
                + " track. A dot marks the row that decided, a cross the cells that failed.")
            .withClass("note"),
        each(deciding, html::whole),
        iff(
            !others.isEmpty(),
            div(
                h3("The other tables"),
                p("Only the rows that fired.").withClass("note"),
                each(others, html::fired))));
  }

  /** All that the final decisions read, tested or not. */
  private PathToPosture behindAll() {
    Set<String> names = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(FINAL);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (names.add(name)) {
        advice.trace(name).ifPresent(t -> open.addAll(t.decisions()));
      }
    }
    return new PathToPosture(names, Map.of());
  }

  private DomContent sources() {
    List<String> works = advice.subject().sources();
    return works.isEmpty() ? p("The case names no works.") : HtmlParts.list(works);
  }

  private DomContent provenance() {
    String asOf = advice.subject().asOf() == null ? "" : "as of " + advice.subject().asOf();
    return div(
        p(Wording.CAVEAT),
        p(
            HtmlParts.words(
                String.join(
                    " · ",
                    Stream.of(advice.subject().id(), asOf, advice.knowledge().engine())
                        .filter(t -> !Wording.isBlank(t))
                        .toList()))),
        p(HtmlParts.words("Knowledge " + advice.knowledge().version())).withClass("hash"));
  }
}
