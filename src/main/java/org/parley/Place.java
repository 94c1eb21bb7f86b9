package org.parley;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where something stands in the input, in the terms of somebody who edits it.
 *
 * @param file the file, as given, or an empty string
 * @param line the line, from 1, or 0 where it is not known
 * @param character the place in the line, from 1, or 0 where it is not known
 * @param parts what it stands in within the file, the outermost first, such as a decision and a row
 */
@JsonPropertyOrder({"file", "line", "decision", "row", "column"})
public record Place(
    String file,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int line,
    @JsonIgnore int character,
    @JsonIgnore List<Part> parts)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 300;
  private static final String DECISION = "decision";
  private static final String COLUMN = "column";
  private static final Set<String> ROWS = Set.of("row", Part.ENTRY);

  public Place {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a file.
   *
   * @param kind what it is, such as {@code decision} or {@code row}; an empty string for an entry
   *     of a plain file
   * @param name its name or id
   * @param quoted whether the name is one that somebody gave, and not an address or a key
   */
  public record Part(String kind, String name, boolean quoted) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ENTRY = "";

    /** Such as {@code row 'x'} or {@code event 3}. */
    @Override
    public String toString() {
      return (kind + " " + (quoted ? "'" + name + "'" : name)).strip();
    }
  }

  /** A file as a whole. */
  public static Place of(String file) {
    return of(file, 0);
  }

  /** A line of a file. */
  public static Place of(String file, int line) {
    return of(file, line, 0);
  }

  /** A place in a line of a file. */
  public static Place of(String file, int line, int character) {
    return new Place(file, line, character, List.of());
  }

  /** An entry of a plain file: its line, and the word that it is about. */
  public static Place entry(String file, int line, String word) {
    return of(file, line).in(Part.ENTRY, word);
  }

  /** A named part of this place. */
  public Place in(String kind, String name) {
    return in(new Part(kind, name, /* quoted= */ true));
  }

  /** A part of this place that has no name but an address or a key, such as {@code cell D7}. */
  public Place at(String address) {
    return in(new Part(Part.ENTRY, address, /* quoted= */ false));
  }

  private Place in(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Place(file, line, character, more);
  }

  /** A column of this place; the same place where the column has no name. */
  public Place column(String name) {
    return name.isEmpty() ? this : in(COLUMN, name);
  }

  /** The same place, but for its line. */
  public Place onLine(int other) {
    return new Place(file, other, 0, parts);
  }

  /** The decision, or an empty string. */
  @JsonProperty
  public String decision() {
    return name(Set.of(DECISION));
  }

  /** The id of the row, the word of an entry, or an empty string. */
  @JsonProperty
  public String row() {
    return name(ROWS);
  }

  /** What the column tests, or the name of its result, or an empty string. */
  @JsonProperty
  public String column() {
    return name(Set.of(COLUMN));
  }

  private String name(Set<String> kinds) {
    return parts.stream()
        .filter(p -> kinds.contains(p.kind()))
        .map(Part::name)
        .findFirst()
        .orElse("");
  }

  /**
   * The place within its file, such as {@code decision 'x', row 'y'}, or an empty string; what is
   * longer than a person reads is cut off.
   */
  public String element() {
    return Shown.cut(parts.stream().map(Part::toString).collect(Collectors.joining(", ")), MOST);
  }

  /** {@code file:line:character: element}, without what is not known. */
  @Override
  public String toString() {
    String name = Shown.cut(file, MOST);
    String inFile = line == 0 ? name : name + ":" + line + (character == 0 ? "" : ":" + character);
    return Stream.of(inFile, element()).filter(s -> !s.isEmpty()).collect(Collectors.joining(": "));
  }
}
