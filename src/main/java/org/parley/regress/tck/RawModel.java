package org.parley.regress.tck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.ast.BusinessKnowledgeModelNode;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.SealedEngine;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A model as somebody wrote it, in the engine: neither linked nor held to what Parley allows in its
 * own tables. Only what would run code or read other files is refused. Thread-safe.
 *
 * @param engine the engine
 * @param model the model in it
 * @param files what was loaded, the model first
 */
record RawModel(SealedEngine engine, DMNModel model, List<TckXml> files) {

  private static final Set<String> OWN_LANGUAGE = Set.of("", "FEEL", "F");
  // names may hold these words too; better one test too few than code of a stranger
  private static final Pattern EXTERNAL =
      Pattern.compile("\\bfunction\\b.*\\bexternal\\b", Pattern.DOTALL);

  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_ .'’/+*-]+");

  /**
   * Loads a model, and the models of its folder that it imports.
   *
   * @throws Unusable if one of them is refused, or cannot be read
   */
  static RawModel load(Path file) throws Unusable {
    if (!Files.isRegularFile(file)) {
      throw Unusable.broken("there is no model %s".formatted(file.getFileName()));
    }
    TckXml main = TckXml.read(file);
    for (TckXml model : withImports(main)) {
      refuseExternal(model);
    }
    List<TckXml> models = new ArrayList<>(withImports(main));
    main = main.completed();
    models.set(0, main);
    SealedEngine engine = SealedEngine.strict(models.stream().map(TckXml::text).toList());
    DMNModel model =
        engine.model(main.root().getAttribute("namespace"), main.root().getAttribute("name"));
    if (model == null) {
      throw Unusable.broken("the engine cannot read %s".formatted(file.getFileName()));
    }
    return new RawModel(engine, model, models);
  }

  /**
   * This with a model that calls one of its business knowledge models.
   *
   * @throws Unusable if it has none of that name
   */
  RawModel calling(String name, List<String> parameters) throws Unusable {
    BusinessKnowledgeModelNode called = model.getBusinessKnowledgeModelByName(name);
    if (called == null) {
      throw Unusable.broken("there is no business knowledge model '%s'".formatted(name));
    }
    for (String part : Stream.concat(Stream.of(name), parameters.stream()).toList()) {
      // it becomes part of an expression, in which only a name may stand
      if (!PLAIN_NAME.matcher(part).matches()) {
        throw Unusable.broken("'%s' cannot be called: it is no plain name".formatted(part));
      }
    }
    String caller = CallingModel.of(files.get(0).root(), called.getId(), name, parameters);
    SealedEngine both =
        SealedEngine.strict(
            Stream.concat(Stream.of(caller), files.stream().map(TckXml::text)).toList());
    return new RawModel(both, both.model(CallingModel.NAMESPACE, CallingModel.NAME), List.of());
  }

  private static List<TckXml> withImports(TckXml main) throws Unusable {
    Map<Path, TckXml> needed = new LinkedHashMap<>();
    needed.put(main.file(), main);
    List<TckXml> open = new ArrayList<>(List.of(main));
    List<TckXml> beside = new ArrayList<>();
    while (!open.isEmpty()) {
      for (Element imported : TckXml.children(open.remove(0).root(), "import")) {
        if (beside.isEmpty()) {
          beside.addAll(beside(main.file()));
        }
        String namespace = imported.getAttribute("namespace");
        for (TckXml other : beside) {
          if (other.root().getAttribute("namespace").equals(namespace)
              && needed.putIfAbsent(other.file(), other) == null) {
            open.add(other);
          }
        }
      }
    }
    return List.copyOf(needed.values());
  }

  private static List<TckXml> beside(Path main) throws Unusable {
    List<TckXml> models = new ArrayList<>();
    for (Path file : files(main.toAbsolutePath().getParent())) {
      models.add(TckXml.read(file));
    }
    return models;
  }

  private static List<Path> files(Path folder) {
    return PlainFile.in(folder, folder.toString(), f -> f.toString().endsWith(".dmn")).stream()
        .sorted()
        .toList();
  }

  private static void refuseExternal(TckXml model) throws Unusable {
    NodeList elements = model.root().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (isForeign(element)) {
        throw Unusable.refused(
            "%s has an external function (Java or PMML)".formatted(model.file().getFileName()));
      }
    }
  }

  private static boolean isForeign(Element element) {
    return switch (element.getLocalName()) {
      case "functionDefinition", "encapsulatedLogic" ->
          attributes(element, "kind").anyMatch(kind -> !OWN_LANGUAGE.contains(kind));
      case "import" -> attributes(element, "importType").anyMatch(type -> type.contains("PMML"));
      case "text" -> EXTERNAL.matcher(element.getTextContent()).find();
      default -> false;
    };
  }

  /** The values of the attributes of one name, whatever their namespace. */
  private static Stream<String> attributes(Element element, String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      if (name.equals(element.getAttributes().item(i).getLocalName())) {
        values.add(element.getAttributes().item(i).getNodeValue().strip());
      }
    }
    return values.stream();
  }
}
