package org.parley.knowledge;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.parley.Shown;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSOutput;
import org.w3c.dom.ls.LSSerializer;

/** Writes the linked models as one: what is evaluated, without diagrams and extensions. */
final class LinkedModelWriter {
  // it is FEEL in any case
  private static final String LANGUAGE = "expressionLanguage";
  private static final String TYPE_LANGUAGE = "typeLanguage";
  private static final Set<String> NOT_EVALUATED =
      Set.of("extensionElements", "authorityRequirement");
  private static final Set<String> MAY_SAY_NOTHING =
      Set.of(
          "inputValues", "outputValues", "defaultOutputEntry", "allowedValues", "typeConstraint");
  private static final Set<String> PROSE =
      Set.of("annotation", "annotationEntry", "description", "question", "allowedAnswers");
  private static final Set<String> SAY_NOTHING =
      Set.of("id", "href", "label", "outputLabel", "preferredOrientation", LANGUAGE, TYPE_LANGUAGE);
  // an editor writes it or leaves it out
  private static final String DEFAULT = "hitPolicy=UNIQUE";

  private final Map<String, Linker.Part> decisions;
  private final Map<String, Linker.Part> itemDefinitions;
  private final Map<String, Linker.Part> inputs;
  // input data in the place of decisions that are left out
  private final Map<String, Linker.Part> stubs = new LinkedHashMap<>();
  private final DmnVersion version;
  private final Document whole;

  /**
   * @param decisions those to write; others that they read become input data
   */
  LinkedModelWriter(
      List<ModelFile> models,
      Map<String, Linker.Part> decisions,
      Map<String, Linker.Part> itemDefinitions,
      Map<String, Linker.Part> inputs) {
    this.decisions = decisions;
    this.itemDefinitions = itemDefinitions;
    this.inputs = inputs;
    this.version =
        models.stream()
            .map(ModelFile::version)
            .max(Comparator.naturalOrder())
            .orElse(DmnVersion.V1_3);
    this.whole = emptyDocument();
  }

  /** The elements below one that point to another element of the model. */
  static List<Element> references(Element element) {
    List<Element> found = new ArrayList<>();
    for (Element child : ModelFile.children(element)) {
      if (child.hasAttribute("href") && !NOT_EVALUATED.contains(element.getLocalName())) {
        found.add(child);
      }
      found.addAll(references(child));
    }
    return found;
  }

  /** The id that a reference points to. */
  static String target(Element reference) {
    String href = reference.getAttribute("href");
    return href.substring(href.indexOf('#') + 1);
  }

  /** What an element says, without prose and ids. */
  static String logic(Element element) {
    StringBuilder text = new StringBuilder();
    appendLogic(element, true, text);
    return text.toString();
  }

  /** The same without what the rows of a table say: the kinds of rows that there are, each once. */
  static String frame(Element element) {
    StringBuilder text = new StringBuilder();
    appendLogic(element, false, text);
    return text.toString();
  }

  private static void appendLogic(Element element, boolean rows, StringBuilder text) {
    String name = element.getLocalName();
    if (NOT_EVALUATED.contains(name) || PROSE.contains(name)) {
      return;
    }
    text.append('\n').append(name);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String said = attribute.getName() + "=" + attribute.getValue();
      // an editor's own, such as the width of a column, stand in a namespace
      if (attribute.getNamespaceURI() == null
          && !SAY_NOTHING.contains(attribute.getName())
          && !said.equals(DEFAULT)) {
        text.append(' ').append(said);
      }
    }
    List<Element> children = ModelFile.children(element);
    if (children.isEmpty()) {
      text.append('\n').append(element.getTextContent().strip());
    }
    Set<String> kinds = new LinkedHashSet<>();
    for (Element child : children) {
      if (rows || !child.getLocalName().equals("rule")) {
        appendLogic(child, rows, text);
      } else {
        kinds.add(kind(child));
      }
    }
    text.append(String.join("", kinds));
  }

  /** How a row is written, whatever its cells say. */
  private static String kind(Element row) {
    StringBuilder kind = new StringBuilder();
    for (Element cell : ModelFile.children(row)) {
      Element bare = (Element) cell.cloneNode(true);
      ModelFile.children(bare, "text").forEach(text -> text.setTextContent(""));
      appendLogic(bare, true, kind);
    }
    return kind.toString();
  }

  String write() {
    Element definitions = whole.createElementNS(version.namespace(), "definitions");
    definitions.setAttribute("id", "parley");
    definitions.setAttribute("name", "parley");
    definitions.setAttribute("namespace", "urn:parley:linked");
    whole.appendChild(definitions);
    for (Map<String, Linker.Part> parts : List.of(itemDefinitions, inputs, decisions, stubs)) {
      parts.values().forEach(p -> definitions.appendChild(copy(p.element(), p.model())));
    }
    return serialize();
  }

  private Element copy(Element original, ModelFile model) {
    Linker.Part target =
        original.hasAttribute("href") ? linked(model.byId(target(original)), model) : null;
    Element copy = whole.createElementNS(version.namespace(), name(original, target));
    NamedNodeMap attributes = original.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      copyAttribute((Attr) attributes.item(i), original, copy, model);
    }
    if (target != null) {
      copy.setAttribute("href", "#" + target.linkedId());
    }
    List<Element> children = ModelFile.children(original);
    if (children.isEmpty()) {
      String text = original.getTextContent();
      boolean type = original.getLocalName().equals("typeRef");
      copy.setTextContent(type ? ItemTypes.localName(text) : text);
    }
    children.stream()
        .filter(e -> DmnVersion.ofNamespace(e.getNamespaceURI()).isPresent())
        .filter(e -> !NOT_EVALUATED.contains(e.getLocalName()))
        .filter(e -> !MAY_SAY_NOTHING.contains(e.getLocalName()) || saysSomething(e))
        .forEach(e -> copy.appendChild(copy(e, model)));
    if (original.getLocalName().equals("rule")) {
      fillTests(original, copy);
    }
    return copy;
  }

  private static boolean saysSomething(Element element) {
    return !ModelFile.text(element, "text").isEmpty();
  }

  /** The engine wants a test in every cell, also where a row says nothing there. */
  private void fillTests(Element original, Element copy) {
    List<Element> tests = ModelFile.children(copy, "inputEntry");
    for (Element test : tests) {
      Element text = ModelFile.child(test, "text");
      if (text != null && text.getTextContent().isBlank()) {
        text.setTextContent(FeelTree.DASH);
      }
    }
    Element table = (Element) original.getParentNode();
    Element answer = ModelFile.child(copy, "outputEntry");
    for (int i = tests.size(); i < ModelFile.children(table, "input").size(); i++) {
      Element test = whole.createElementNS(version.namespace(), "inputEntry");
      Element text = whole.createElementNS(version.namespace(), "text");
      text.setTextContent(FeelTree.DASH);
      test.appendChild(text);
      copy.insertBefore(test, answer);
    }
  }

  private static void copyAttribute(
      Attr attribute, Element original, Element copy, ModelFile model) {
    String name = attribute.getName();
    if (attribute.getNamespaceURI() != null
        || name.equals(LANGUAGE)
        || name.equals(TYPE_LANGUAGE)) {
      return;
    }
    String value = attribute.getValue();
    boolean row = original.getLocalName().equals("rule");
    switch (name) {
      case "id" -> copy.setAttribute(name, row ? value : model.stem() + "." + value);
      case "typeRef" -> copy.setAttribute(name, ItemTypes.localName(value));
      default -> copy.setAttribute(name, value);
    }
  }

  /** What stands for an element in the linked model. */
  private Linker.Part linked(Element element, ModelFile model) {
    String name = ModelFile.name(element);
    boolean input = element.getLocalName().equals("inputData");
    if (decisions.containsKey(name)) {
      return input ? decisions.get(name) : new Linker.Part(element, model);
    }
    return inputs.containsKey(name)
        ? inputs.get(name)
        : stubs.computeIfAbsent(name, n -> stub(element, model));
  }

  /** Input data of the name and type of a decision that is left out. */
  private Linker.Part stub(Element decision, ModelFile model) {
    Element stub = whole.createElementNS(version.namespace(), "inputData");
    stub.setAttribute("id", decision.getAttribute("id"));
    stub.setAttribute("name", decision.getAttribute("name"));
    ModelFile.children(decision, "variable")
        .forEach(v -> stub.appendChild(whole.importNode(v, true)));
    return new Linker.Part(stub, model);
  }

  /** An input that has become a decision is required as one. */
  private static String name(Element original, Linker.Part target) {
    String name = original.getLocalName();
    boolean decision = target != null && target.element().getLocalName().equals("decision");
    return switch (name) {
      case "requiredInput" -> decision ? "requiredDecision" : name;
      case "requiredDecision" -> target != null && !decision ? "requiredInput" : name;
      case "inputData" -> decision ? "inputDecision" : name;
      default -> name;
    };
  }

  private String serialize() {
    DOMImplementationLS load = (DOMImplementationLS) whole.getImplementation();
    LSSerializer serializer = load.createLSSerializer();
    serializer.getDomConfig().setParameter("format-pretty-print", true);
    serializer.setNewLine("\n");
    LSOutput output = load.createLSOutput();
    output.setEncoding(StandardCharsets.UTF_8.name());
    StringWriter text = new StringWriter();
    output.setCharacterStream(text);
    serializer.write(whole, output);
    return Shown.xml(text.toString());
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform makes XML documents", e);
    }
  }
}
