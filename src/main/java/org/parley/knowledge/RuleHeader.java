package org.parley.knowledge;

import java.util.List;
import java.util.Set;

/**
 * What a rule says of itself, as Drools' own parser reads it; nothing is run.
 *
 * @param file the file that it stands in
 * @param line the line of its name
 * @param group the package that it belongs to
 * @param name its name
 * @param why the reading of the events in one sentence, or an empty string
 * @param statements the ids of the statements that it rests on
 * @param source the works that it rests on, or an empty string
 * @param derives the facts that it sets
 * @param needs the classes without an object of which it cannot do anything, by full name; there
 *     may be more of them than are told
 * @param conditions the text between {@code when} and {@code then}
 * @param consequence the text behind {@code then}
 */
public record RuleHeader(
    String file,
    int line,
    String group,
    String name,
    String why,
    List<String> statements,
    String source,
    List<String> derives,
    Set<String> needs,
    String conditions,
    String consequence) {

  public RuleHeader {
    statements = List.copyOf(statements);
    derives = List.copyOf(derives);
    needs = Set.copyOf(needs);
  }
}
