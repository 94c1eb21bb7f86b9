package org.parley.decide.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a table has to see so that one of its rows matches, or so that a changed cell decides
 * whether it does.
 *
 * @param decision the decision whose table it is
 * @param codes for each column the codes of what it may see
 */
public record Wanted(String decision, List<SortedSet<Integer>> codes) {

  public Wanted {
    // sorted, so that a search takes the same way each time
    codes = codes.stream().map(c -> Collections.unmodifiableSortedSet(new TreeSet<>(c))).toList();
  }
}
