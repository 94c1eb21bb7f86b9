package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.knowledge.FileTrouble;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says why a command does not do what it was asked to: in lines that whoever asked understands. */
final class Refusal {
  private static final int MOST = 300;

  // nobody reads on to the last
  private static final int MOST_PROBLEMS = 100;

  /** What the parser library adds of Java where a text is no value of an option. */
  private static final String CLASS_NAMES =
      "\\(?\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ?";

  private static final String NO_PATH =
      "(?s)cannot convert ('.*') to interface java\\.nio\\.file\\.Path.*";

  private static final Pattern ONE_OF =
      Pattern.compile("expected one of \\[(.*?)\\] \\(case-(?:in)?sensitive\\) but was ('.*')$");

  /** How the parser library says something, and what it means. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(
        "^Unmatched arguments? (?:from|at) index 0: ('.*?')(?:, .*)?$", "there is no command $1");
    WORDS.put(
        "^Unmatched arguments? (?:from|at) index \\d+: ", "the command takes no further words: ");
    WORDS.put("^Invalid value for positional parameter at index [^(]*\\(<?(.*?)>?\\): ", "$1: ");
    WORDS.put("^Invalid value for option '(-[^' ]*).*?': ", "$1: ");
    WORDS.put("('.*?') is not an? (?:int|long)$", "$1 is no whole number");
    WORDS.put("^Missing required parameters?: ", "missing: ");
    WORDS.put("^Missing required parameter for option '(-[^' ]*)' \\((.*)\\)$", "$1 needs its $2");
    WORDS.put(NO_PATH, "$1 cannot be the name of a file here: is LC_ALL one of UTF-8?");
  }

  private final PrintWriter err;

  Refusal(PrintWriter err) {
    this.err = err;
  }

  /** Of a command line that cannot be read. */
  void usage(ParameterException e) {
    String message = String.valueOf(e.getMessage()).replaceAll(CLASS_NAMES, "");
    for (Map.Entry<String, String> words : WORDS.entrySet()) {
      message = message.replaceAll(words.getKey(), words.getValue());
    }
    // names of constants are typed in small letters
    message =
        ONE_OF
            .matcher(message)
            .replaceAll(m -> m.group(2) + " is not one of: " + m.group(1).toLowerCase(Locale.ROOT));
    err.println("error: " + Shown.piece(message.replaceAll("\\R\\s*", " "), MOST));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf("Try '%s --help'.%n", e.getCommandLine().getCommandSpec().qualifiedName());
  }

  /** Of a command that broke off. */
  void of(Throwable e, ParseResult asked) {
    if (e instanceof CompletionException && e.getCause() != null) {
      of(e.getCause(), asked);
    } else if (e instanceof ParleyException refused) {
      list(refused.problems());
    } else {
      err.println("error: " + command(asked) + ": " + inWords(e));
    }
  }

  private void list(List<Problem> problems) {
    problems.stream()
        .limit(MOST_PROBLEMS)
        .map(problem -> problem.file().isEmpty() ? "error: " + problem : problem.toString())
        .forEach(err::println);
    if (problems.size() > MOST_PROBLEMS) {
      err.println("error: and %d more of these".formatted(problems.size() - MOST_PROBLEMS));
    }
  }

  /** What no check has foreseen; what runs out of room may have been wrapped since. */
  static String inWords(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return "something in the input is nested too deep";
      }
      if (cause instanceof OutOfMemoryError) {
        return "the input needs more memory than Java has here: PARLEY_JAVA_OPTS=-Xmx4g gives more";
      }
      if (cause instanceof IOException file) {
        return "a file cannot be read or written: " + FileTrouble.of(file);
      }
    }
    return "something went wrong inside Parley; please report this line, with the code " + code(e);
  }

  /** The command and the files that it was given. */
  private static String command(ParseResult asked) {
    if (asked == null) {
      return "parley";
    }
    ParseResult last = asked;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    String files =
        last.matchedArgs().stream()
            .flatMap(arg -> values(arg.getValue()))
            .filter(Path.class::isInstance)
            .map(file -> " " + Shown.piece(file.toString(), MOST))
            .collect(Collectors.joining());
    return last.commandSpec().qualifiedName() + files;
  }

  private static Stream<?> values(Object value) {
    return value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
  }

  /** The same for the same fault: made of its kind and the method of this program that it met. */
  private static String code(Throwable e) {
    List<StackTraceElement> trace = Arrays.asList(e.getStackTrace());
    String place =
        trace.stream()
            .filter(frame -> frame.getClassName().startsWith("org.parley."))
            .findFirst()
            .or(() -> trace.stream().findFirst())
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("");
    return "P-%08X".formatted((e.getClass().getName() + " " + place).hashCode());
  }
}
