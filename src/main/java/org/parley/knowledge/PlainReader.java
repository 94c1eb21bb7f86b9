package org.parley.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Problem;

/** Finds out what models by themselves say of their input data and results. */
final class PlainReader {
  // a type may be part of itself
  private static final int DEEPEST = 4;
  private static final int MOST = 2_000;

  private final List<ModelFile> models;
  private final Map<String, FactType> facts = new LinkedHashMap<>();
  private final Map<String, FactType> results = new LinkedHashMap<>();
  private final Set<String> lists = new LinkedHashSet<>();

  PlainReader(List<ModelFile> models) {
    this.models = models;
    Set<String> decided = new LinkedHashSet<>();
    models.forEach(m -> m.all("decision").forEach(d -> decided.add(d.name())));
    for (ModelFile model : models) {
      for (ModelElement input : model.all("inputData")) {
        if (!decided.contains(input.name())) {
          add(facts, input.name(), model.type(input), input, 0);
        }
      }
      model.all("decision").forEach(d -> add(results, d.name(), Scope.type(model, d), d, 0));
    }
  }

  /** The facts: input data, or the parts that they are made of. */
  Vocabulary vocabulary() {
    return new Vocabulary(facts, Map.of());
  }

  PlainModel model(Set<String> whole, List<Problem> doubts, List<Problem> unread) {
    Map<String, FactType> columns = new LinkedHashMap<>(results);
    columns.putAll(facts);
    List<Problem> all = new ArrayList<>(unread);
    for (ModelFile m : models) {
      m.all("businessKnowledgeModel")
          .forEach(e -> all.add(new Problem(m.place(e), "what it works out is not followed")));
    }
    boolean linkable = models.stream().allMatch(m -> m.all("import").isEmpty());
    return new PlainModel(columns, whole, lists, doubts, all, linkable);
  }

  private void add(
      Map<String, FactType> all, String name, ItemType type, ModelElement of, int depth) {
    if (type.components().isEmpty() || type.collection() || depth == DEEPEST) {
      if (type.collection()) {
        lists.add(name);
      }
      if (all.size() < MOST) {
        all.putIfAbsent(name, fact(name, type, of));
      }
      return;
    }
    type.components().forEach((part, parts) -> add(all, name + "." + part, parts, of, depth + 1));
  }

  private static FactType fact(String name, ItemType type, ModelElement of) {
    FactType.Kind kind = kind(type);
    List<String> values = new ArrayList<>(type.values());
    if (kind != FactType.Kind.CHOICE) {
      values.clear();
      if (!type.allowed().isEmpty()) {
        values.add(type.allowed());
      }
    }
    return new FactType(
        name,
        "",
        kind,
        values,
        false,
        0,
        0,
        of.text("description"),
        "",
        "",
        "",
        false,
        "",
        false,
        List.of());
  }

  private static FactType.Kind kind(ItemType type) {
    if (type.collection()) {
      return FactType.Kind.ANY;
    }
    return switch (type.base()) {
      case "string" -> type.values().isEmpty() ? FactType.Kind.TEXT : FactType.Kind.CHOICE;
      case "number" -> FactType.Kind.QUANTITY;
      case "boolean" -> FactType.Kind.BOOLEAN;
      case "date",
          "time",
          "date and time",
          "dateTime",
          "days and time duration",
          "years and months duration" ->
          FactType.Kind.MOMENT;
      default -> type.values().isEmpty() ? FactType.Kind.ANY : FactType.Kind.CHOICE;
    };
  }
}
