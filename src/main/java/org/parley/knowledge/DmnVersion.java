package org.parley.knowledge;

import java.util.List;
import java.util.Optional;

/** The versions of DMN that are read, oldest first. */
enum DmnVersion {
  V1_2("1.2", "http://www.omg.org/spec/DMN/20180521/", "DMN12.xsd", "DMNDI12.xsd"),
  V1_3("1.3", "https://www.omg.org/spec/DMN/20191111/", "DMN13.xsd", "DMNDI13.xsd"),
  V1_4("1.4", "https://www.omg.org/spec/DMN/20211108/", "DMN14.xsd", "DMNDI13.xsd"),
  V1_5("1.5", "https://www.omg.org/spec/DMN/20230324/", "DMN15.xsd", "DMNDI15.xsd"),
  V1_6("1.6", "https://www.omg.org/spec/DMN/20240513/", "DMN16.xsd", "DMNDI15.xsd");

  private final String number;
  private final String base;
  private final String namespace;
  private final String schema;
  private final String diagramSchema;

  DmnVersion(String number, String base, String schema, String diagramSchema) {
    this.number = number;
    this.base = base;
    this.namespace = base + "MODEL/";
    this.schema = schema;
    this.diagramSchema = diagramSchema;
  }

  static Optional<DmnVersion> ofNamespace(String namespace) {
    // asked for every element of every model
    for (DmnVersion version : values()) {
      if (version.namespace.equals(namespace)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  String number() {
    return number;
  }

  /** The namespace of its model elements. */
  String namespace() {
    return namespace;
  }

  /** Its XML schemas on the class path, each after those that it imports. */
  List<String> schemas() {
    String folder = "/org/omg/spec/DMN/" + base.replaceAll(".*/(\\d+)/", "$1") + "/";
    return List.of(folder + "DC.xsd", folder + "DI.xsd", folder + diagramSchema, folder + schema);
  }
}
