package org.parley.author.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ParleyException;

/**
 * Gives the tables of a model further columns to test, and takes columns away or elsewhere. What a
 * column needs comes and goes with it: input data, its type, the requirement, and both in the
 * drawing.
 */
public final class ModelColumns {
  private static final String ANY = "-";
  private static final Set<String> DRG =
      Set.of(
          "decision",
          "inputData",
          "businessKnowledgeModel",
          "knowledgeSource",
          "decisionService",
          "organizationUnit",
          "performanceIndicator");

  private final ModelText model;
  private final String text;
  private final XmlWriting writing;
  private final Set<String> ids;
  private final Splices splices = new Splices();

  private ModelColumns(ModelText model) {
    this.model = model;
    this.text = model.encoded().text();
    this.writing = new XmlWriting(model.encoded());
    this.ids = ModelText.ids(model.root());
  }

  /**
   * What a column looks at.
   *
   * @param name a fact or a decision
   * @param type the name of its type
   * @param base what the type is made from, such as {@code string}; empty where the type is one of
   *     FEEL's own
   * @param allowed the tests that the type lets through, or an empty string
   * @param meaning what it means, for whoever opens the model
   */
  public record LookedAt(String name, String type, String base, String allowed, String meaning) {}

  /**
   * The model with a further column, which no row tests.
   *
   * @param place before which column it stands, from 0; behind all where there is none such
   */
  public static ModelText added(ModelText model, String decision, LookedAt what, int place) {
    ModelColumns columns = new ModelColumns(model);
    columns.add(columns.decision(decision), what, place);
    return model.with(columns.splices);
  }

  /**
   * The model without a column.
   *
   * @param names all names of facts, decisions and input data
   */
  public static ModelText removed(
      ModelText model, String decision, int column, Collection<String> names) {
    ModelColumns columns = new ModelColumns(model);
    columns.remove(columns.decision(decision), column, names);
    return columns.withoutUnused();
  }

  /** The model with a column of a table at another place, counted without it. */
  public static ModelText moved(ModelText model, String decision, int from, int to) {
    ModelColumns columns = new ModelColumns(model);
    columns.move(columns.decision(decision), from, to);
    return model.with(columns.splices);
  }

  /** The names of the decisions of a model, or of its input data. */
  static Set<String> names(ModelText model, String kind) {
    return model.root().all(kind).stream()
        .map(e -> e.attribute("name"))
        .collect(Collectors.toSet());
  }

  private Markup decision(String name) {
    return model.root().all("decision").stream()
        .filter(d -> d.attribute("name").equals(name))
        .findFirst()
        .orElseThrow(
            () -> ParleyException.in(model.file(), "has no decision '%s'".formatted(name)));
  }

  private Optional<Markup> named(String kind, String name) {
    return model.root().all(kind).stream()
        .filter(d -> d.attribute("name").equals(name))
        .findFirst();
  }

  private void add(Markup decision, LookedAt what, int place) {
    String slug = slug(what.name());
    Optional<Markup> source =
        named("decision", what.name()).or(() -> named("inputData", what.name()));
    String sourceId =
        source
            .map(s -> s.attribute("id"))
            .filter(id -> !id.isEmpty())
            .orElseGet(() -> id("input-" + slug));
    if (source.isEmpty()) {
      addType(what);
      addInput(what, sourceId);
    } else if (source.get().attribute("id").isEmpty()) {
      new Tag(text, source.get()).set("id", sourceId, splices);
    }
    String kind =
        source.filter(s -> s.name().equals("decision")).isPresent()
            ? "requiredDecision"
            : "requiredInput";
    if (requirement(decision, sourceId).isEmpty()) {
      String id = id(slug(decision.attribute("name")) + "-needs-" + slug);
      require(decision, id, kind, sourceId);
      draw(decision, id, sourceId, source.isEmpty());
    }
    addToTable(decision, what, place, slug);
  }

  private void addType(LookedAt what) {
    List<Markup> types = model.root().all("itemDefinition");
    if (what.base().isEmpty()
        || types.stream().anyMatch(t -> t.attribute("name").equals(what.type()))) {
      return;
    }
    String id = id(what.type());
    String p = model.root().prefix();
    Lines lines = new Lines();
    lines.add(
        0,
        "<%sitemDefinition id=\"%s\" name=\"%s\">"
            .formatted(p, id, writing.attribute(what.type())));
    lines.add(1, "<%1$stypeRef>%2$s</%1$stypeRef>".formatted(p, writing.text(what.base())));
    if (!what.allowed().isEmpty()) {
      lines.add(1, "<%sallowedValues id=\"%s\">".formatted(p, id(id + "-values")));
      lines.add(2, "<%1$stext>%2$s</%1$stext>".formatted(p, writing.text(what.allowed())));
      lines.add(1, "</%sallowedValues>".formatted(p));
    }
    lines.add(0, "</%sitemDefinition>".formatted(p));
    if (types.isEmpty()) {
      insertBefore(firstOf(DRG), lines);
    } else {
      insertBehind(types.get(types.size() - 1), lines);
    }
  }

  private void addInput(LookedAt what, String id) {
    String p = model.root().prefix();
    String name = writing.attribute(what.name());
    Lines lines = new Lines();
    lines.add(0, "<%sinputData id=\"%s\" name=\"%s\">".formatted(p, id, name));
    if (!what.meaning().isEmpty()) {
      lines.add(
          1, "<%1$sdescription>%2$s</%1$sdescription>".formatted(p, writing.text(what.meaning())));
    }
    lines.add(
        1,
        "<%svariable id=\"%s\" name=\"%s\" typeRef=\"%s\"/>"
            .formatted(
                p, id("variable-" + slug(what.name())), name, writing.attribute(what.type())));
    lines.add(0, "</%sinputData>".formatted(p));
    List<Markup> inputs = model.root().all("inputData");
    if (inputs.isEmpty()) {
      insertBefore(firstOf(DRG), lines);
    } else {
      insertBehind(inputs.get(inputs.size() - 1), lines);
    }
  }

  private Markup firstOf(Set<String> kinds) {
    return model.root().children().stream()
        .filter(c -> kinds.contains(c.name()))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Markup> requirement(Markup decision, String id) {
    return decision.all("informationRequirement").stream()
        .filter(r -> r.children().stream().anyMatch(c -> c.attribute("href").equals("#" + id)))
        .findFirst();
  }

  private void require(Markup decision, String id, String kind, String sourceId) {
    String p = decision.prefix();
    Lines lines = new Lines();
    lines.add(0, "<%sinformationRequirement id=\"%s\">".formatted(p, id));
    lines.add(1, "<%s%s href=\"#%s\"/>".formatted(p, kind, writing.attribute(sourceId)));
    lines.add(0, "</%sinformationRequirement>".formatted(p));
    List<Markup> before =
        decision.children().stream()
            .filter(
                c ->
                    Set.of(
                            "description",
                            "extensionElements",
                            "question",
                            "allowedAnswers",
                            "variable",
                            "informationRequirement")
                        .contains(c.name()))
            .toList();
    if (before.isEmpty()) {
      insertBefore(decision.children().get(0), lines);
    } else {
      insertBehind(before.get(before.size() - 1), lines);
    }
  }

  private void addToTable(Markup decision, LookedAt what, int place, String slug) {
    Markup table = table(decision);
    String p = table.prefix();
    String owner = slug(decision.attribute("name"));
    List<Markup> inputs = table.all("input");
    Lines lines = new Lines();
    lines.add(0, "<%sinput id=\"%s\">".formatted(p, id(owner + "-column-" + slug)));
    lines.add(
        1,
        "<%sinputExpression id=\"%s\" typeRef=\"%s\">"
            .formatted(p, id(owner + "-expression-" + slug), writing.attribute(what.type())));
    lines.add(2, "<%1$stext>%2$s</%1$stext>".formatted(p, writing.text(what.name())));
    lines.add(1, "</%sinputExpression>".formatted(p));
    lines.add(0, "</%sinput>".formatted(p));
    if (place >= 0 && place < inputs.size()) {
      insertBefore(inputs.get(place), lines);
    } else if (inputs.isEmpty()) {
      insertBefore(table.first("output").orElseThrow(), lines);
    } else {
      insertBehind(inputs.get(inputs.size() - 1), lines);
    }
    int at = place < 0 ? inputs.size() : Math.min(place, inputs.size());
    table.all("rule").forEach(rule -> addCell(rule, at, slug));
  }

  /** A row may leave out what tests nothing at its end, and so it does. */
  private void addCell(Markup rule, int at, String slug) {
    List<Markup> cells = rule.all("inputEntry");
    if (at > cells.size()) {
      return;
    }
    Lines lines = new Lines();
    lines.add(0, "%s".formatted(cell(rule, cells, slug)));
    if (at < cells.size()) {
      insertBefore(cells.get(at), lines);
    } else {
      insertBefore(rule.first("outputEntry").orElseThrow(), lines);
    }
  }

  private String cell(Markup rule, List<Markup> cells, String slug) {
    boolean withId = cells.stream().anyMatch(c -> !c.attribute("id").isEmpty());
    String id = withId ? " id=\"%s\"".formatted(id(rule.attribute("id") + "." + slug)) : "";
    return "<%1$sinputEntry%2$s><%1$stext>%3$s</%1$stext></%1$sinputEntry>"
        .formatted(rule.prefix(), id, ANY);
  }

  private Markup table(Markup decision) {
    return decision
        .first("decisionTable")
        .orElseThrow(
            () ->
                ParleyException.in(
                    model.file(),
                    "'%s' is no decision table".formatted(decision.attribute("name"))));
  }

  private void remove(Markup decision, int column, Collection<String> names) {
    Markup table = table(decision);
    Markup input = table.all("input").get(column);
    String name = input.first("inputExpression").map(Markup::text).orElse("");
    cut(input);
    for (Markup rule : table.all("rule")) {
      List<Markup> cells = rule.all("inputEntry");
      if (column < cells.size()) {
        cut(cells.get(column));
      }
    }
    boolean stillRead =
        decision.children().stream()
            .flatMap(ModelText::all)
            .filter(e -> e.first("text").isPresent() && !e.equals(input))
            .filter(e -> input.children().stream().noneMatch(e::equals))
            .filter(e -> !e.name().equals("annotationEntry"))
            .anyMatch(e -> FeelWords.hasName(e.text(), name, names));
    if (stillRead) {
      return;
    }
    for (Markup source : model.root().children()) {
      if (DRG.contains(source.name()) && source.attribute("name").equals(name)) {
        requirement(decision, source.attribute("id"))
            .ifPresent(
                r -> {
                  cut(r);
                  drawn(r.attribute("id")).forEach(this::cut);
                });
      }
    }
  }

  /** What was needed for a column that is gone goes as well, where nothing else needs it. */
  private ModelText withoutUnused() {
    ModelText without = model.with(splices);
    ModelColumns then = new ModelColumns(without);
    Set<String> required =
        ModelText.all(without.root())
            .map(e -> e.attribute("href"))
            .filter(h -> !h.isEmpty())
            .collect(Collectors.toSet());
    Set<String> before =
        ModelText.all(model.root())
            .map(e -> e.attribute("href"))
            .filter(h -> !h.isEmpty())
            .collect(Collectors.toSet());
    Set<String> types = new HashSet<>();
    for (Markup input : without.root().all("inputData")) {
      String href = "#" + input.attribute("id");
      if (before.contains(href) && !required.contains(href)) {
        input
            .first("variable")
            .ifPresent(v -> types.add(ColumnTypes.local(v.attribute("typeRef"))));
        then.cut(input);
        then.drawn(input.attribute("id")).forEach(then::cut);
      }
    }
    ModelText withoutInputs = without.with(then.splices);
    return withoutTypes(withoutInputs, types);
  }

  private static ModelText withoutTypes(ModelText model, Set<String> candidates) {
    ModelColumns columns = new ModelColumns(model);
    Set<String> used =
        ModelText.all(model.root())
            .flatMap(
                e -> Stream.of(e.attribute("typeRef"), e.name().equals("typeRef") ? e.value() : ""))
            .map(ColumnTypes::local)
            .collect(Collectors.toSet());
    model.root().all("itemDefinition").stream()
        .filter(d -> candidates.contains(d.attribute("name")))
        .filter(d -> !used.contains(d.attribute("name")))
        .forEach(columns::cut);
    return model.with(columns.splices);
  }

  /** The model without input data, what requires it, and its type where nothing else has it. */
  static ModelText withoutInput(ModelText model, String name) {
    ModelColumns columns = new ModelColumns(model);
    Set<String> types = new HashSet<>();
    for (Markup input : model.root().all("inputData")) {
      if (input.attribute("name").equals(name)) {
        String id = input.attribute("id");
        input
            .first("variable")
            .ifPresent(v -> types.add(ColumnTypes.local(v.attribute("typeRef"))));
        columns.cut(input);
        columns.drawn(id).forEach(columns::cut);
        for (Markup decision : model.root().children()) {
          requirement(decision, id)
              .ifPresent(
                  r -> {
                    columns.cut(r);
                    columns.drawn(r.attribute("id")).forEach(columns::cut);
                  });
        }
      }
    }
    return withoutTypes(model.with(columns.splices), types);
  }

  /** The shapes and edges that stand for an element. */
  private List<Markup> drawn(String id) {
    return id.isEmpty()
        ? List.of()
        : ModelText.all(model.root())
            .filter(e -> e.name().equals("DMNShape") || e.name().equals("DMNEdge"))
            .filter(e -> e.attribute("dmnElementRef").equals(id))
            .toList();
  }

  private void move(Markup decision, int from, int to) {
    Markup table = table(decision);
    reorder(table.all("input"), from, to, "");
    for (Markup rule : table.all("rule")) {
      List<Markup> cells = rule.all("inputEntry");
      String missing =
          "<%1$sinputEntry><%1$stext>%2$s</%1$stext></%1$sinputEntry>"
              .formatted(rule.prefix(), ANY);
      reorder(cells, from, to, missing);
    }
  }

  /** Blanks and comments between them stay where they are. */
  private void reorder(List<Markup> parts, int from, int to, String missing) {
    List<String> texts =
        new ArrayList<>(parts.stream().map(e -> text.substring(e.start(), e.end())).toList());
    while (texts.size() <= Math.max(from, to)) {
      texts.add(missing);
    }
    texts.add(to, texts.remove(from));
    while (texts.size() > parts.size() && texts.get(texts.size() - 1).equals(missing)) {
      texts.remove(texts.size() - 1);
    }
    for (int i = 0; i < parts.size(); i++) {
      splices.replace(parts.get(i).start(), parts.get(i).end(), texts.get(i));
    }
    if (texts.size() > parts.size()) {
      Markup last = parts.get(parts.size() - 1);
      String blanks = blanksBefore(last.start());
      texts
          .subList(parts.size(), texts.size())
          .forEach(t -> splices.insert(last.end(), blanks + t));
    }
  }

  /** Has every drawing that shows the decision show what it looks at. */
  private void draw(Markup decision, String requirement, String sourceId, boolean isNew) {
    for (Markup dmndi : model.root().children()) {
      if (!dmndi.name().equals("DMNDI")) {
        continue;
      }
      for (Markup diagram : dmndi.children()) {
        List<Markup> shapes =
            diagram.children().stream().filter(c -> c.name().equals("DMNShape")).toList();
        Optional<Markup> to = shape(shapes, decision.attribute("id"));
        if (to.flatMap(ModelColumns::box).isPresent()) {
          Box end = to.flatMap(ModelColumns::box).orElseThrow();
          Optional<Box> known =
              isNew ? Optional.empty() : shape(shapes, sourceId).flatMap(ModelColumns::box);
          Box begin = known.orElseGet(() -> free(shapes, end));
          if (known.isEmpty()) {
            addShape(shapes.get(shapes.size() - 1), sourceId, begin);
          }
          addEdge(diagram, requirement, begin, end);
        }
      }
    }
  }

  private static Optional<Markup> shape(List<Markup> shapes, String id) {
    return shapes.stream().filter(s -> s.attribute("dmnElementRef").equals(id)).findFirst();
  }

  /** Where a shape stands, in the units of the drawing. */
  private record Box(double x, double y, double width, double height) {
    private static final double APART = 40;

    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    Box toTheRight() {
      return new Box(x + width + APART, y, width, height);
    }

    double middle() {
      return x + width / 2;
    }
  }

  private static Optional<Box> box(Markup shape) {
    return shape.children().stream()
        .filter(c -> c.name().equals("Bounds"))
        .findFirst()
        .map(b -> new Box(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")));
  }

  private static double number(Markup bounds, String attribute) {
    try {
      return Double.parseDouble(bounds.attribute(attribute));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A free place in the line of the input data that are drawn, or below the decision. */
  private Box free(List<Markup> shapes, Box decision) {
    Set<String> inputs =
        model.root().all("inputData").stream()
            .map(i -> i.attribute("id"))
            .collect(Collectors.toSet());
    List<Box> boxes = shapes.stream().flatMap(s -> box(s).stream()).toList();
    Box box =
        shapes.stream()
            .filter(s -> inputs.contains(s.attribute("dmnElementRef")))
            .flatMap(s -> box(s).stream())
            .reduce((a, b) -> b.y() > a.y() || (b.y() == a.y() && b.x() > a.x()) ? b : a)
            .map(Box::toTheRight)
            .orElse(new Box(decision.x(), decision.y() + decision.height() + 90, 180, 50));
    while (boxes.stream().anyMatch(box::meets)) {
      box = box.toTheRight();
    }
    return box;
  }

  private void addShape(Markup like, String sourceId, Box box) {
    Markup bounds =
        like.children().stream().filter(c -> c.name().equals("Bounds")).findFirst().orElseThrow();
    Lines lines = new Lines();
    lines.add(
        0,
        "<%sDMNShape id=\"%s\" dmnElementRef=\"%s\">"
            .formatted(like.prefix(), id("shape-" + sourceId), writing.attribute(sourceId)));
    lines.add(
        1,
        "<%sBounds x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(
                bounds.prefix(),
                plain(box.x()),
                plain(box.y()),
                plain(box.width()),
                plain(box.height())));
    lines.add(0, "</%sDMNShape>".formatted(like.prefix()));
    insertBehind(like, lines);
  }

  private void addEdge(Markup diagram, String requirement, Box from, Box to) {
    Markup last = diagram.children().get(diagram.children().size() - 1);
    Optional<Markup> edge =
        diagram.children().stream()
            .filter(c -> c.name().equals("DMNEdge") && !c.children().isEmpty())
            .findFirst();
    Optional<String> known = edge.map(e -> e.children().get(0).prefix());
    String point =
        known
            .map(p -> "<%swaypoint".formatted(p))
            .orElse("<di:waypoint xmlns:di=\"http://www.omg.org/spec/DMN/20180521/DI/\"");
    boolean below = from.y() > to.y();
    String prefix = edge.map(Markup::prefix).orElse(last.prefix());
    Lines lines = new Lines();
    lines.add(
        0,
        "<%sDMNEdge id=\"%s\" dmnElementRef=\"%s\">"
            .formatted(prefix, id("edge-" + requirement), requirement));
    lines.add(
        1,
        "%s x=\"%s\" y=\"%s\"/>"
            .formatted(
                point, plain(from.middle()), plain(below ? from.y() : from.y() + from.height())));
    lines.add(
        1,
        "%s x=\"%s\" y=\"%s\"/>"
            .formatted(point, plain(to.middle()), plain(below ? to.y() + to.height() : to.y())));
    lines.add(0, "</%sDMNEdge>".formatted(prefix));
    insertBehind(last, lines);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** Lines of XML, each with how deep it stands. */
  private static final class Lines {
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();

    void add(int depth, String line) {
      texts.add(line);
      depths.add(depth);
    }

    String after(String blanks) {
      StringBuilder written = new StringBuilder();
      for (int i = 0; i < texts.size(); i++) {
        written.append(blanks).append(blanks.isEmpty() ? "" : "  ".repeat(depths.get(i)));
        written.append(texts.get(i));
      }
      return written.toString();
    }
  }

  private void insertBehind(Markup neighbour, Lines lines) {
    splices.insert(neighbour.end(), lines.after(blanksBefore(neighbour.start())));
  }

  private void insertBefore(Markup neighbour, Lines lines) {
    String blanks = blanksBefore(neighbour.start());
    splices.insert(neighbour.start() - blanks.length(), lines.after(blanks));
  }

  private void cut(Markup element) {
    splices.replace(element.start() - blanksBefore(element.start()).length(), element.end(), "");
  }

  private String blanksBefore(int place) {
    int from = place;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, place);
  }

  private String id(String wanted) {
    String id = wanted;
    for (int i = 2; !ids.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  private static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "x" : slug;
  }
}
