package org.parley.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Problem;

/**
 * Which models by themselves belong together: all that lie in a folder; where that cannot be, since
 * two of them have one name for different things, those that read each other's decisions.
 */
final class ModelGroups {
  private final boolean whole;
  private final List<Group> groups;
  private final Problem clash;

  /**
   * Models that are read as one.
   *
   * @param linked what they are together; {@code null} where problems keep them from it
   */
  record Group(
      List<ModelFile> models, LinkedModel linked, List<Problem> problems, List<Problem> unread) {

    Set<String> files() {
      return models.stream()
          .map(ModelFile::file)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /**
   * @param whole whether all files could be read
   */
  ModelGroups(List<ModelFile> models, boolean whole) {
    this.whole = whole;
    Group all = group(models);
    // what a model has by itself does not come from the others
    Set<Problem> own =
        all.problems().isEmpty()
            ? Set.of()
            : models.stream()
                .flatMap(m -> group(List.of(m)).problems().stream())
                .collect(Collectors.toSet());
    this.clash = all.problems().stream().filter(p -> !own.contains(p)).findFirst().orElse(null);
    this.groups =
        clash == null
            ? List.of(all)
            : readingEachOther(models).stream().flatMap(g -> usable(g).stream()).toList();
  }

  List<Group> groups() {
    return groups;
  }

  /** What keeps all from being one; empty where they are. */
  Optional<Problem> clash() {
    return Optional.ofNullable(clash);
  }

  private Group group(List<ModelFile> models) {
    List<Problem> problems = new ArrayList<>();
    SafetyCheck.Aside aside = new SafetyCheck.Aside(new ArrayList<>(), new ArrayList<>());
    LinkedModel linked =
        models.isEmpty()
            ? null
            : new Linker(models, Vocabulary.EMPTY, whole, false, aside, problems)
                .link()
                .orElse(null);
    return new Group(models, linked, problems, aside.unread());
  }

  private List<Group> usable(List<ModelFile> models) {
    Group together = group(models);
    return together.linked() != null || models.size() == 1
        ? List.of(together)
        : models.stream().map(m -> group(List.of(m))).toList();
  }

  /** Puts models together of which one has input data that only one other decides. */
  private static List<List<ModelFile>> readingEachOther(List<ModelFile> models) {
    Map<String, List<ModelFile>> deciding = new LinkedHashMap<>();
    for (ModelFile model : models) {
      model
          .all("decision")
          .forEach(d -> deciding.computeIfAbsent(d.name(), n -> new ArrayList<>()).add(model));
    }
    Map<ModelFile, List<ModelFile>> groups = new LinkedHashMap<>();
    models.forEach(m -> groups.put(m, new ArrayList<>(List.of(m))));
    for (ModelFile model : models) {
      for (ModelElement input : model.all("inputData")) {
        List<ModelFile> others = deciding.getOrDefault(input.name(), List.of());
        if (others.size() == 1) {
          join(groups, model, others.get(0));
        }
      }
    }
    return groups.values().stream()
        .distinct()
        .map(g -> models.stream().filter(g::contains).toList())
        .toList();
  }

  private static void join(Map<ModelFile, List<ModelFile>> groups, ModelFile one, ModelFile other) {
    List<ModelFile> kept = groups.get(one);
    List<ModelFile> joined = groups.get(other);
    if (kept != joined) {
      kept.addAll(joined);
      joined.forEach(m -> groups.put(m, kept));
    }
  }
}
