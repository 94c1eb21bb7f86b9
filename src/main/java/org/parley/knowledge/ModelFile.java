package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.parley.Place;

/**
 * A DMN file as it was read. Versions of a knowledge base share the files that are the same, and
 * with them what was read out of them. Thread-safe.
 */
final class ModelFile {
  private final String file;
  private final String stem;
  private final String digest;
  private final DmnVersion version;
  private final ModelElement definitions;
  private final Map<String, ModelElement> byId = new HashMap<>();
  private final ItemTypes types;
  private final Map<ModelElement, DecisionTable> tables = new HashMap<>();
  private final Map<ModelElement, String> logic = new HashMap<>();
  private final Map<ModelElement, List<ModelElement>> references = new HashMap<>();

  /**
   * @param file its name
   * @param digest SHA-256 of its content
   * @param version its version of DMN
   * @param definitions its root element
   */
  ModelFile(String file, String digest, DmnVersion version, ModelElement definitions) {
    this.file = file;
    this.stem = stemOf(file);
    this.digest = digest;
    this.version = version;
    this.definitions = definitions;
    definitions.children().forEach(e -> byId.put(e.id(), e));
    this.types = new ItemTypes(this);
  }

  String file() {
    return file;
  }

  /** The file name without folder and ending, fit to be part of an XML id. */
  String stem() {
    return stem;
  }

  /** Where a named element stands, such as {@code input data 'x'}. */
  Place place(ModelElement element) {
    String kind = element.kind().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Place.of(file, element.line()).in(kind, element.name());
  }

  /** SHA-256 of its content. */
  String digest() {
    return digest;
  }

  DmnVersion version() {
    return version;
  }

  ModelElement definitions() {
    return definitions;
  }

  ItemTypes types() {
    return types;
  }

  /** The type of what a decision, an input or a function stands for. */
  ItemType type(ModelElement element) {
    return types.of(element.child("variable"));
  }

  /** The table of one of its decisions, or {@code null} where it has logic of another kind. */
  synchronized DecisionTable table(ModelElement decision) {
    return tables.computeIfAbsent(decision, d -> TableReader.read(d, types));
  }

  /** The elements below one of its elements that point to another. */
  synchronized List<ModelElement> references(ModelElement element) {
    return references.computeIfAbsent(
        element,
        e -> {
          List<ModelElement> found = new ArrayList<>();
          addReferences(e, found);
          return found;
        });
  }

  private static void addReferences(ModelElement element, List<ModelElement> found) {
    for (ModelElement child : element.children()) {
      if (child.attributes().containsKey("href") && ModelLogic.isEvaluated(element)) {
        found.add(child);
      }
      addReferences(child, found);
    }
  }

  /** The top-level element that a reference points to, or {@code null}. */
  ModelElement target(ModelElement reference) {
    String href = reference.attribute("href");
    return byId.get(href.substring(href.indexOf('#') + 1));
  }

  /** The elements that one of its elements requires, as far as the model has them. */
  List<ModelElement> required(ModelElement element) {
    return references(element).stream().map(this::target).filter(Objects::nonNull).toList();
  }

  /** A digest of what one of its elements says, without prose and ids. */
  synchronized String logic(ModelElement element) {
    return logic.computeIfAbsent(element, e -> Digests.hex(ModelLogic.of(e)));
  }

  /** The top-level elements of a kind. */
  List<ModelElement> all(String kind) {
    return definitions.children(kind);
  }

  private static String stemOf(String file) {
    String stem = file.replaceAll("^.*/|\\.dmn$", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return stem.matches("[A-Za-z_].*") ? stem : "m" + stem;
  }
}
