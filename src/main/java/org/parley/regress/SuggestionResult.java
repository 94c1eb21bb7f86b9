package org.parley.regress;

import java.util.List;
import org.parley.Case;
import org.parley.Changes.FactChange;
import org.parley.Finding;

/**
 * Cases that would exercise what no case does yet.
 *
 * @param targets how much there is to exercise
 * @param suggested the cases, those first that serve most
 * @param impossible what is proved to be out of reach of any case
 * @param notFound what none was found for, which proves nothing
 * @param leftOut what further cases would serve, had more been asked for
 */
public record SuggestionResult(
    int targets,
    List<Suggested> suggested,
    List<Target> impossible,
    List<Target> notFound,
    List<Target> leftOut) {

  public SuggestionResult {
    suggested = List.copyOf(suggested);
    impossible = List.copyOf(impossible);
    notFound = List.copyOf(notFound);
    leftOut = List.copyOf(leftOut);
  }

  /** How much the cases serve together. */
  public int served() {
    return suggested.stream().mapToInt(s -> s.serves().size()).sum();
  }

  /**
   * A case that is missing.
   *
   * @param stub the case, to be looked through and completed by people
   * @param like the id of the case that it is made from, or an empty string
   * @param changes the facts in which it differs from that one
   * @param serves what it exercises that no case before it does
   * @param findings what a review says of it
   */
  public record Suggested(
      Case stub,
      String like,
      List<FactChange> changes,
      List<Target> serves,
      List<Finding> findings) {

    public Suggested {
      changes = List.copyOf(changes);
      serves = List.copyOf(serves);
      findings = List.copyOf(findings);
    }
  }
}
