package org.parley.author.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * By whom, by what and why files change.
 *
 * @param author whoever answers for it
 * @param command what does it, such as {@code table import}
 * @param reason why, or an empty string
 * @param sheets the edited sheets that it comes from; mostly none
 */
public record Occasion(
    String author, String command, String reason, @JsonIgnore List<ImportedSheet> sheets) {

  public Occasion {
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(reason, "reason");
    sheets = List.copyOf(sheets);
  }

  /** A change that comes from no sheet. */
  public Occasion(String author, String command, String reason) {
    this(author, command, reason, List.of());
  }

  /**
   * The same with the sheets that it comes from.
   *
   * @param file the name of the file that they are in, without folders
   * @param said what each says, by what it was made from
   */
  public Occasion from(String file, Map<String, String> said) {
    return new Occasion(
        author,
        command,
        reason,
        said.entrySet().stream()
            .map(s -> new ImportedSheet(file, s.getKey(), s.getValue()))
            .toList());
  }
}
