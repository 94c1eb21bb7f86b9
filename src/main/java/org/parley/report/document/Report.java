package org.parley.report.document;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A result in the forms that it is shown in: as a document for people, and as the record that
 * programs read.
 *
 * @param document put together when somebody asks for text, Markdown or HTML
 * @param record what is written as JSON: a record, or a list of them
 * @param others what else it can be written as, by the name of the form, such as {@code sarif}
 */
public record Report(
    Supplier<Document> document, Supplier<Object> record, Map<String, Supplier<String>> others) {

  public Report {
    others = Map.copyOf(others);
  }

  /** A result in the forms that all have. */
  public Report(Supplier<Document> document, Supplier<Object> record) {
    this(document, record, Map.of());
  }
}
