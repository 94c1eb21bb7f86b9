package org.parley.cli;

import org.parley.ParleyException;
import org.parley.author.history.Occasion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who changes a knowledge base, and why: its history keeps both. */
final class Attribution {
  private static final int LONGEST = 1000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for the history of the knowledge base.")
  private String reason;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who, for the history; default: your name on this computer.")
  private String author;

  /**
   * What the history is told.
   *
   * @throws ParleyException if it is more than a line of text
   */
  Occasion occasion() {
    return occasion("");
  }

  /**
   * The same for a command with an option that the history must know of.
   *
   * @throws ParleyException if it is more than a line of text
   */
  Occasion occasion(String option) {
    return new Occasion(
        line("--author", author),
        (command.qualifiedName(" ").replaceFirst("^\\S+ ", "") + " " + option).strip(),
        line("--reason", reason));
  }

  /** Whether it says why. */
  boolean hasReason() {
    return !reason.isBlank();
  }

  private static String line(String option, String text) {
    String line = text.strip();
    if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
      throw new ParleyException(
          "%s: give one line of at most %d characters".formatted(option, LONGEST));
    }
    return line;
  }
}
