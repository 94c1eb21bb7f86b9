package org.parley;

import java.util.List;
import java.util.Objects;

/**
 * A matter that goes with a posture, such as its risks or the form of talks. Which topics there are
 * is up to the tables.
 *
 * @param name the decision that speaks of it
 * @param title its heading
 * @param sentences what it says in this case, weightiest first; never empty in an advice
 */
public record Topic(String name, String title, List<Said> sentences) {

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    sentences = List.copyOf(sentences);
  }
}
