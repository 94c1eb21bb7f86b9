package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Place;
import org.w3c.dom.Element;

/** Reads one model by itself, whatever the others are like. */
final class DraftReader {
  private final ModelFile model;
  private final Map<String, ItemType> byName = new HashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private DraftReader(ModelFile model) {
    this.model = model;
    for (Element e : ModelFile.children(model.definitions())) {
      Element variable = ModelFile.child(e, "variable");
      if (variable != null) {
        byName.put(ModelFile.name(e), model.types().of(variable));
      }
    }
  }

  static DraftModel read(ModelFile model) {
    return new DraftReader(model).read();
  }

  private DraftModel read() {
    note(model.definitions(), Place.of(model.file()));
    List<DraftDecision> decisions = model.all("decision").stream().map(this::decision).toList();
    Set<String> required =
        model.all("decision").stream()
            .flatMap(d -> needs(d).stream())
            .collect(Collectors.toCollection(HashSet::new));
    return new DraftModel(
        model.file(),
        decisions,
        model.all("inputData").stream()
            .map(
                e ->
                    new DraftModel.Input(
                        ModelFile.name(e), XmlReader.line(e), required.contains(ModelFile.name(e))))
            .toList(),
        allowed(),
        places);
  }

  private DraftDecision decision(Element decision) {
    DecisionTable table = TableReader.read(decision, model.types());
    Place place = model.place(decision);
    Element element = ModelFile.child(decision, "decisionTable");
    List<Element> inputs = element == null ? List.of() : ModelFile.children(element, "input");
    List<Place> columns = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      String name = table.inputs().get(i).expression();
      columns.add(place.column(name).onLine(XmlReader.line(inputs.get(i))));
      note(inputs.get(i), columns.get(i));
    }
    return new DraftDecision(
        ModelFile.name(decision),
        place,
        needs(decision),
        table,
        columns,
        columns.stream().map(c -> type(c.column()).values()).toList(),
        columns.stream().map(c -> type(c.column()).base()).toList(),
        outputs(decision, table).stream().map(ItemType::values).toList(),
        outputs(decision, table).stream().map(ItemType::base).toList(),
        isSingle(model.types().of(ModelFile.child(decision, "variable"))),
        table == null ? List.of() : rows(decision, table, place));
  }

  private static boolean isSingle(ItemType type) {
    return !type.collection()
        && (!type.components().isEmpty() || !Set.of("", "Any").contains(type.base()));
  }

  private ItemType type(String name) {
    return byName.getOrDefault(name, model.types().named(""));
  }

  private List<ItemType> outputs(Element decision, DecisionTable table) {
    if (table == null) {
      return List.of();
    }
    ItemType type = model.types().of(ModelFile.child(decision, "variable"));
    return table.outputs().stream()
        .map(
            o ->
                table.outputs().size() == 1
                    ? type
                    : type.components().getOrDefault(o.name(), model.types().named("")))
        .toList();
  }

  private List<DraftDecision.DraftRow> rows(Element decision, DecisionTable table, Place place) {
    List<DraftDecision.DraftRow> rows = new ArrayList<>();
    for (Element rule : TableReader.rows(decision)) {
      Row row = table.rows().get(rows.size());
      Place at = place.in("row", row.id()).onLine(XmlReader.line(rule));
      note(rule, at);
      rows.add(
          new DraftDecision.DraftRow(
              at,
              !rule.getAttribute("id").isEmpty(),
              cells(
                  rule,
                  "inputEntry",
                  table.inputs().stream().map(DecisionTable.Input::expression).toList(),
                  at),
              cells(
                  rule,
                  "outputEntry",
                  table.outputs().stream().map(DecisionTable.Output::name).toList(),
                  at)));
    }
    return rows;
  }

  private List<Place> cells(Element rule, String kind, List<String> columns, Place row) {
    List<Place> cells = new ArrayList<>();
    for (Element cell : ModelFile.children(rule, kind)) {
      String column = cells.size() < columns.size() ? columns.get(cells.size()) : "";
      cells.add(row.column(column).onLine(XmlReader.line(cell)));
      note(cell, cells.get(cells.size() - 1));
    }
    // a row may leave out what tests nothing
    while (cells.size() < columns.size()) {
      cells.add(row.column(columns.get(cells.size())));
    }
    return cells;
  }

  /** Notes where an element stands, and where those below it do that nobody notes again. */
  private void note(Element element, Place place) {
    String id = element.getAttribute("id");
    boolean row = element.getLocalName().equals("rule");
    if (!id.isEmpty()) {
      places.put(row ? id : model.stem() + "." + id, place);
    }
    for (Element child : ModelFile.children(element)) {
      boolean decision = child.getLocalName().equals("decision");
      note(child, decision ? model.place(child) : place.onLine(XmlReader.line(child)));
    }
  }

  private List<String> needs(Element decision) {
    List<String> needs = new ArrayList<>();
    for (Element reference : model.references(decision)) {
      Element target = model.byId(LinkedModelWriter.target(reference));
      if (target != null) {
        needs.add(ModelFile.name(target));
      }
    }
    return needs;
  }

  private List<DraftModel.Type> allowed() {
    List<DraftModel.Type> all = new ArrayList<>();
    model.all("itemDefinition").forEach(e -> addAllowed(e, "", all));
    return all;
  }

  private static void addAllowed(Element definition, String outer, List<DraftModel.Type> all) {
    String name = outer + ModelFile.name(definition);
    Element allowed = ModelFile.child(definition, "allowedValues");
    List<String> texts = Cell.listed(ModelFile.text(allowed, "text"));
    if (!texts.isEmpty()) {
      all.add(new DraftModel.Type(name, XmlReader.line(allowed), texts));
    }
    ModelFile.children(definition, "itemComponent").forEach(e -> addAllowed(e, name + ".", all));
  }
}
