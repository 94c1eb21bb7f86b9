package org.parley.cli;

import org.parley.ParleyException;
import org.parley.report.words.MemoHead;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands at the head of a memo. */
final class MemoOptions {
  private static final int LONGEST = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Of a memo (--format memo): who hands it in.")
  private String author;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Of a memo: who is to decide.")
  private String to;

  @Option(
      names = "--classification",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Of a memo: who may read it, said at its top and bottom.")
  private String classification;

  /**
   * The head of the memo that is asked for.
   *
   * @throws ParleyException if something is given for a memo and no memo is asked for, or if it is
   *     more than a short line
   */
  MemoHead head(Form form) {
    return new MemoHead(
        line("--author", author, form),
        line("--to", to, form),
        line("--classification", classification, form));
  }

  private String line(String option, String text, Form form) {
    return line(option, text, form, LONGEST);
  }

  /** One line of at most so many characters that only a memo shows. */
  String line(String option, String text, Form form, int most) {
    if (isGiven(option) && !form.isMemo()) {
      throw new ParleyException(
          "%s is of a memo: give --format memo with it, or leave it out".formatted(option));
    }
    String line = text.strip();
    if (line.length() > most || line.chars().anyMatch(Character::isISOControl)) {
      throw new ParleyException(
          "%s: give one line of at most %d characters".formatted(option, most));
    }
    return line;
  }

  private boolean isGiven(String option) {
    OptionSpec spec = command.findOption(option);
    return command.commandLine().getParseResult().hasMatchedOption(spec);
  }
}
