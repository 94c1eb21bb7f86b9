package org.parley.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

  /** What the parser library adds of Java where a text is no value of an option. */
  private static final String CLASS_NAMES =
      "\\(?\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ?";

  private final PrintWriter err;

  Refusal(PrintWriter err) {
    this.err = err;
  }

  /** Of a command line that cannot be read. */
  void usage(ParameterException e) {
    String message = String.valueOf(e.getMessage()).replaceAll(CLASS_NAMES, "");
    err.println("error: " + Shown.piece(message.replaceAll("\\R\\s*", " "), MOST));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf("Try '%s --help'.%n", e.getCommandLine().getCommandSpec().qualifiedName());
  }

  /** Of a command that broke off. */
  void of(Throwable e, ParseResult asked) {
    if (e instanceof ParleyException refused) {
      for (Problem problem : refused.problems()) {
        err.println(problem.file().isEmpty() ? "error: " + problem : problem.toString());
      }
    } else if (e instanceof UncheckedIOException file) {
      say(asked, "a file cannot be read or written: " + FileTrouble.of(file.getCause()));
    } else if (e instanceof StackOverflowError || e instanceof OutOfMemoryError) {
      say(asked, "the input is too large, or nested too deep, for the memory that there is");
    } else {
      say(
          asked,
          "something went wrong inside Parley; please report this line, with the code " + code(e));
    }
  }

  private void say(ParseResult asked, String what) {
    err.println("error: " + command(asked) + ": " + what);
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
