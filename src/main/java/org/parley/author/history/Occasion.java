package org.parley.author.history;

import java.util.Objects;

/**
 * By whom, by what and why files change.
 *
 * @param author whoever answers for it
 * @param command what does it, such as {@code table import}
 * @param reason why, or an empty string
 */
public record Occasion(String author, String command, String reason) {

  public Occasion {
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(reason, "reason");
  }
}
