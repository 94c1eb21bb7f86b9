package org.parley.report.document;

import java.util.function.Supplier;

/**
 * A result in the forms that it is shown in: as a document for people, and as the record that
 * programs read.
 *
 * @param document put together when somebody asks for text, Markdown or HTML
 * @param record what is written as JSON: a record, or a list of them
 */
public record Report(Supplier<Document> document, Supplier<Object> record) {}
