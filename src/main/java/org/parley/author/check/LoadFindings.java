package org.parley.author.check;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Problem;
import org.parley.Problem.Kind;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftModel;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Place;

/**
 * Makes findings of the problems that keep a knowledge base from being used, without those that
 * only follow from others.
 */
final class LoadFindings {
  private static final Pattern PART =
      Pattern.compile("(decision|row|[a-z ]+) '((?:[^']|'(?!, |$))*)'(?:, |$)");
  private static final Pattern NAMESPACE = Pattern.compile("\"https?://[^\"]*\":");

  private final KnowledgeDraft draft;
  private final CheckFindings findings;

  LoadFindings(KnowledgeDraft draft, CheckFindings findings) {
    this.draft = draft;
    this.findings = findings;
  }

  void add(List<Problem> problems) {
    Set<String> read = draft.models().stream().map(DraftModel::file).collect(Collectors.toSet());
    boolean lacking =
        has(problems, p -> p.kind() == Kind.VOCABULARY)
            || has(problems, p -> p.kind() == Kind.MALFORMED_MODEL && !read.contains(p.file()));
    if (lacking) {
      findings.skip(
          "whether all input data are facts or decisions",
          "a file that could give them cannot be read");
    }
    problems.stream()
        .filter(p -> !follows(p, problems))
        .forEach(p -> findings.add(Check.of(p.kind()), place(p), words(p)));
  }

  private static boolean has(List<Problem> problems, Predicate<Problem> sought) {
    return problems.stream().anyMatch(sought);
  }

  /** Whether another problem says the same in better words. */
  private static boolean follows(Problem problem, List<Problem> problems) {
    return problem.kind() == Kind.TYPE_MISMATCH
        && !isOfInput(problem)
        && has(
            problems,
            p ->
                p.kind() == Kind.TYPE_MISMATCH
                    && isOfInput(p)
                    && (p.file().equals(problem.file()) || problem.message().contains(p.file())));
  }

  private static boolean isOfInput(Problem problem) {
    return problem.element().startsWith("input data");
  }

  /** The message without the words of parsers. */
  private static String words(Problem problem) {
    return NAMESPACE.matcher(problem.message()).replaceAll("").replaceAll("'\\{(\\w+)\\}'", "'$1'");
  }

  /** The place in its parts, which a problem has in one text. */
  private Place place(Problem problem) {
    String decision = "";
    String row = "";
    String other = "";
    Matcher part = PART.matcher(problem.element());
    while (part.find()) {
      switch (part.group(1)) {
        case "decision" -> decision = part.group(2);
        case "row" -> row = part.group(2);
        default -> other = part.group(2);
      }
    }
    int line = problem.line() > 0 ? problem.line() : line(problem.file(), decision);
    return new Place(problem.file(), line, decision, row, other);
  }

  private int line(String file, String decision) {
    return draft.models().stream()
        .filter(m -> m.file().equals(file))
        .flatMap(m -> m.decisions().stream())
        .filter(d -> d.name().equals(decision))
        .map(DraftDecision::place)
        .mapToInt(Place::line)
        .findFirst()
        .orElse(0);
  }
}
