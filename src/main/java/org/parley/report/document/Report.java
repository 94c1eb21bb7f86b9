package org.parley.report.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result in the forms that it is shown in: as a document for people, and as the record that
 * programs read.
 *
 * @param document put together when somebody asks for text, Markdown, HTML or Word
 * @param record what is written as JSON: a record, or a list of them
 * @param page what it comes to on one page, as a memo; {@code null} where there is no such page
 * @param others what else it can be written as, by the name of the form, such as {@code sarif}
 */
public record Report(
    Supplier<Document> document,
    Supplier<Object> record,
    @Nullable Supplier<Document> page,
    Map<String, Supplier<String>> others) {

  public Report {
    others = Map.copyOf(others);
  }

  /** A result in the forms that all have. */
  public Report(Supplier<Document> document, Supplier<Object> record) {
    this(document, record, Map.of());
  }

  /** A result in the forms that all have, and in others. */
  public Report(
      Supplier<Document> document, Supplier<Object> record, Map<String, Supplier<String>> others) {
    this(document, record, null, others);
  }

  /** The same with a memo. */
  public Report withMemo(Supplier<Document> memo) {
    return new Report(document, record, memo, others);
  }

  /** What it comes to on one page; empty where there is no memo of it. */
  public Optional<Supplier<Document>> memo() {
    return Optional.ofNullable(page);
  }
}
