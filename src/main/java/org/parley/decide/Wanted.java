package org.parley.decide;

import java.util.List;
import java.util.Set;

/**
 * What a table has to see so that one of its rows matches, or so that a changed cell decides
 * whether it does.
 *
 * @param decision the decision whose table it is
 * @param codes for each column the codes of what it may see
 */
public record Wanted(String decision, List<Set<Integer>> codes) {

  public Wanted {
    codes = codes.stream().map(Set::copyOf).toList();
  }
}
