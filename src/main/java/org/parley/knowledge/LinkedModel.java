package org.parley.knowledge;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All models of a knowledge base as one. */
final class LinkedModel {
  private final DmnVersion version;
  private final List<Decision> decisions;
  private final Map<String, Linker.Part> parts;
  private final Map<String, Linker.Part> types;
  private final Map<String, Linker.Part> inputs;
  private final Map<String, String> fingerprints = new HashMap<>();
  private String dmn;

  /**
   * @param version the newest of the models
   * @param decisions its decisions, each behind those it reads
   * @param parts decisions, functions and services by name
   * @param types item definitions by name
   * @param inputs input data that no decision gives, by name
   */
  LinkedModel(
      DmnVersion version,
      List<Decision> decisions,
      Map<String, Linker.Part> parts,
      Map<String, Linker.Part> types,
      Map<String, Linker.Part> inputs) {
    this.version = version;
    this.decisions = List.copyOf(decisions);
    this.parts = Collections.unmodifiableMap(parts);
    this.types = Collections.unmodifiableMap(types);
    this.inputs = Collections.unmodifiableMap(inputs);
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** One ordinary DMN model: flat inputs, no imports. */
  synchronized String dmn() {
    if (dmn == null) {
      // advice does not ask for it
      dmn = new LinkedModelWriter(version, types, inputs, parts).write();
    }
    return dmn;
  }

  /** One with these decisions only, if they stand for themselves; what they read is input data. */
  String dmn(Set<String> chosen) {
    Map<String, Linker.Part> some = some(parts, chosen);
    Set<String> read = new HashSet<>();
    Set<String> typeNames = new HashSet<>();
    for (Linker.Part part : some.values()) {
      part.required().forEach(e -> read.add(e.name()));
      typeNames.addAll(part.model().types().names());
    }
    // the first model that declares an input may name its type otherwise
    some(inputs, read).values().stream()
        .filter(p -> !typeNames.contains(p.typeName()))
        .forEach(p -> typeNames.addAll(p.model().types().names()));
    // functions and services are there only in the whole
    boolean calls =
        read.stream().map(parts::get).anyMatch(p -> p != null && !p.element().is("decision"));
    return calls
        ? dmn()
        : new LinkedModelWriter(version, some(types, typeNames), some(inputs, read), some).write();
  }

  private static Map<String, Linker.Part> some(Map<String, Linker.Part> all, Set<String> names) {
    Map<String, Linker.Part> some = new LinkedHashMap<>(all);
    some.keySet().retainAll(names);
    return some;
  }

  /** A digest of what a decision does and of the types of what it reads. */
  synchronized String fingerprint(String decision) {
    return fingerprints.computeIfAbsent(
        decision,
        name -> {
          Linker.Part part = parts.get(name);
          return Digests.hex(types(part) + part.model().logic(part.element()));
        });
  }

  /** The same, apart from what the rows of its table say. */
  String frame(String decision) {
    Linker.Part part = parts.get(decision);
    return Digests.hex(types(part) + ModelLogic.frame(part.element()));
  }

  /** The types of a decision and of what it reads. */
  private String types(Linker.Part part) {
    StringBuilder text = new StringBuilder(part.type().toString());
    for (ModelElement required : part.required()) {
      String name = required.name();
      Linker.Part read = parts.getOrDefault(name, inputs.get(name));
      text.append('\n').append(name).append('\n').append(read.type());
    }
    return text.append('\n').toString();
  }
}
