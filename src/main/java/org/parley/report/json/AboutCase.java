package org.parley.report.json;

/**
 * An answer to a question about a case: the keys of the answer stand beside the short name of the
 * case.
 *
 * @param subject the short name of the case, or an empty string
 * @param answer a record
 */
public record AboutCase(String subject, Object answer) {}
