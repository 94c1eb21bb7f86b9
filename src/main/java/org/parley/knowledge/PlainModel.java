package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ParleyException;
import org.parley.Problem;

/**
 * What models by themselves say beside their tables, since no vocabulary does. Immutable.
 *
 * @param columns what columns may test, by the words that they name it with: input data, results of
 *     decisions, and the parts of either, such as {@code Applicant.Age}
 * @param whole the columns that test whole numbers
 * @param lists the columns that test lists
 * @param doubts what is most likely not meant so, but keeps nobody from reading the tables
 * @param unread what is not analysed: loops, powers, functions, other languages, imports
 * @param linkable whether the models can be made one
 */
public record PlainModel(
    Map<String, FactType> columns,
    Set<String> whole,
    Set<String> lists,
    List<Problem> doubts,
    List<Problem> unread,
    boolean linkable) {

  public PlainModel {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    whole = Set.copyOf(whole);
    lists = Set.copyOf(lists);
    doubts = List.copyOf(doubts);
    unread = List.copyOf(unread);
  }

  /**
   * A model of another program as an engine wants it: with the variables and the input data that it
   * takes for granted.
   *
   * @throws ParleyException if it cannot be read
   */
  public static String completed(String name, byte[] content) {
    return KnowledgeBase.of(KnowledgeFiles.ofPlain(Map.of(name, content))).linkedDmn();
  }

  /** What a column tests, as far as a type says. */
  public Optional<FactType> column(String expression) {
    return Optional.ofNullable(columns.get(expression));
  }

  /** What of a decision is not analysed, each with its place. */
  public List<Problem> unread(String decision) {
    return unread.stream().filter(p -> p.place().decision().equals(decision)).toList();
  }
}
