package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Changes.FactChange;
import org.parley.FactValue;
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
    @JsonProperty("cases") List<Suggested> suggested,
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
  @JsonProperty
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
      @JsonIgnore Case stub,
      String like,
      List<FactChange> changes,
      List<Target> serves,
      List<Finding> findings) {

    /** The id of the case. */
    @JsonProperty("case")
    public String id() {
      return stub.id();
    }

    /** Its headline. */
    @JsonProperty
    public String title() {
      return stub.title();
    }

    /** Its facts by name. */
    @JsonProperty
    @FactValue
    public Map<String, String> facts() {
      Map<String, String> facts = new LinkedHashMap<>();
      stub.facts().values().forEach(f -> facts.put(f.name(), f.value()));
      return facts;
    }

    public Suggested {
      changes = List.copyOf(changes);
      serves = List.copyOf(serves);
      findings = List.copyOf(findings);
    }
  }
}
