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
import org.parley.knowledge.DraftDecision.DraftColumn;
import org.parley.knowledge.DraftDecision.DraftRow;

/** Reads one model by itself, whatever the others are like. */
final class DraftReader {
  private final ModelFile model;
  private final Map<String, ItemType> byName = new HashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private DraftReader(ModelFile model) {
    this.model = model;
    model.definitions().children().stream()
        .filter(e -> e.child("variable") != null)
        .forEach(e -> byName.put(e.name(), model.type(e)));
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
            .map(e -> new DraftModel.Input(e.name(), e.line(), required.contains(e.name())))
            .toList(),
        allowed(),
        places);
  }

  private DraftDecision decision(ModelElement decision) {
    DecisionTable table = model.table(decision);
    Place place = model.place(decision);
    List<ModelElement> inputs = TableReader.parts(decision, "input");
    List<DraftColumn> tested = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      String name = table.inputs().get(i).expression();
      Place column = place.column(name).onLine(inputs.get(i).line());
      tested.add(column(column, byName.getOrDefault(name, ItemType.UNKNOWN)));
      note(inputs.get(i), column);
    }
    return new DraftDecision(
        decision.name(),
        place,
        needs(decision),
        table,
        tested,
        table == null ? List.of() : outputs(place, table, model.type(decision)),
        isSingle(model.type(decision)),
        table == null ? List.of() : rows(decision, table, place));
  }

  private static DraftColumn column(Place place, ItemType type) {
    return new DraftColumn(place, type.base(), type.values());
  }

  private static boolean isSingle(ItemType type) {
    return !type.collection()
        && (!type.components().isEmpty() || !Set.of("", "Any").contains(type.base()));
  }

  private static List<DraftColumn> outputs(Place place, DecisionTable table, ItemType type) {
    boolean one = table.outputs().size() == 1;
    return table.outputs().stream()
        .map(
            o ->
                column(
                    place.column(o.name()),
                    one ? type : type.components().getOrDefault(o.name(), ItemType.UNKNOWN)))
        .toList();
  }

  private List<DraftRow> rows(ModelElement decision, DecisionTable table, Place place) {
    List<DraftRow> rows = new ArrayList<>();
    for (ModelElement rule : TableReader.parts(decision, "rule")) {
      Row row = table.rows().get(rows.size());
      Place at = place.in("row", row.id()).onLine(rule.line());
      note(rule, at);
      rows.add(
          new DraftRow(
              at,
              !rule.id().isEmpty(),
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

  private List<Place> cells(ModelElement rule, String kind, List<String> columns, Place row) {
    List<Place> cells = new ArrayList<>();
    for (ModelElement cell : rule.children(kind)) {
      String column = cells.size() < columns.size() ? columns.get(cells.size()) : "";
      cells.add(row.column(column).onLine(cell.line()));
      note(cell, cells.get(cells.size() - 1));
    }
    // a row may leave out what tests nothing
    while (cells.size() < columns.size()) {
      cells.add(row.column(columns.get(cells.size())));
    }
    return cells;
  }

  /** Notes where an element stands, and where those below it do that nobody notes again. */
  private void note(ModelElement element, Place place) {
    String id = element.id();
    boolean row = element.is("rule");
    if (!id.isEmpty()) {
      places.put(model.stem() + "." + id, place);
      if (row) {
        places.put(id, place);
      }
    }
    for (ModelElement child : element.children()) {
      boolean decision = child.is("decision");
      note(child, decision ? model.place(child) : place.onLine(child.line()));
    }
  }

  private List<String> needs(ModelElement decision) {
    return model.required(decision).stream().map(ModelElement::name).toList();
  }

  private List<DraftModel.Type> allowed() {
    List<DraftModel.Type> all = new ArrayList<>();
    model.all("itemDefinition").forEach(e -> addAllowed(e, "", all));
    return all;
  }

  private static void addAllowed(ModelElement definition, String outer, List<DraftModel.Type> all) {
    String name = outer + definition.name();
    for (ModelElement allowed : definition.children("allowedValues")) {
      List<String> texts = Cell.listed(allowed.text("text"));
      if (!texts.isEmpty()) {
        all.add(new DraftModel.Type(name, allowed.line(), texts));
      }
    }
    definition.children("itemComponent").forEach(e -> addAllowed(e, name + ".", all));
  }
}
