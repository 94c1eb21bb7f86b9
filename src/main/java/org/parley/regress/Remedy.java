package org.parley.regress;

import java.util.List;
import java.util.Optional;
import org.parley.Changes.FactChange;

/** What a case would have to be like to notice a change that no case notices. */
public sealed interface Remedy {

  /**
   * A case that would notice it.
   *
   * @param like the id of a case that it is like, or an empty string for one with no facts
   * @param changes the facts in which it differs from that one
   */
  record NewCase(String like, List<FactChange> changes) implements Remedy {

    public NewCase {
      changes = List.copyOf(changes);
    }
  }

  /** It is proved that no case can notice it. */
  record None() implements Remedy {}

  /** No case was found that would, which proves nothing. */
  record NotFound() implements Remedy {}

  /** None was looked for. */
  record NotSought() implements Remedy {}

  /** The case that would notice it, if one is known. */
  default Optional<NewCase> newCase() {
    return this instanceof NewCase found ? Optional.of(found) : Optional.empty();
  }
}
