package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.decide.world.Shifts;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.ResponsibleRow;

/** Says in words what a change is and does; shared by all forms that a review is printed in. */
final class ReviewWording {
  static final String NO_DIFFERENCE = "Nothing differs.";
  static final String CAUTION = RegressionText.CAUTION;
  private static final int MOST_SHIFTS = 4;

  private ReviewWording() {}

  static String title(ChangeReview review) {
    return "From %s to %s".formatted(review.before(), review.after());
  }

  /** How much differs, in one sentence. */
  static String summary(KnowledgeDiff diff) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long rows = diff.rows().stream().filter(r -> r.kind() == kind).count();
      if (rows > 0) {
        parts.add("%d %s %s".formatted(rows, rows == 1 ? "row" : "rows", kind.word()));
      }
    }
    add(parts, diff.decisions().size(), "decision", "decisions", "otherwise changed");
    add(parts, diff.vocabulary().size(), "word of the vocabulary", "words of the vocabulary", "");
    add(parts, diff.rules().size(), "rule", "rules", "");
    return parts.isEmpty() ? NO_DIFFERENCE : capital(String.join(", ", parts)) + ".";
  }

  private static void add(List<String> parts, int count, String one, String many, String how) {
    if (count > 0) {
      parts.add("%d %s %s".formatted(count, count == 1 ? one : many, how).strip());
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What happened to a row and where it stands. */
  static String place(RowChange row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.kind().word());
    if (row.moved()) {
      String way = "from place %d to %d".formatted(row.from(), row.to());
      parts.add(row.kind() == Kind.MOVED ? way : "moved " + way);
    } else if (row.to() > 0) {
      parts.add("row %d".formatted(row.to()));
    } else {
      parts.add("was row %d".formatted(row.from()));
    }
    if (!row.formerId().isEmpty()) {
      parts.add("was called " + row.formerId());
    }
    return String.join(", ", parts);
  }

  /** What a row that stands in one version only says. */
  static String says(RowChange row) {
    String result =
        row.cells().stream()
            .filter(c -> c.part() == Part.OUTPUT)
            .map(c -> CellWords.values(text(c)))
            .collect(Collectors.joining(": "));
    String conditions =
        row.cells().stream()
            .filter(c -> c.part() == Part.INPUT)
            .map(c -> c.column() + " is " + CellWords.test(text(c)))
            .collect(Collectors.joining(", and "));
    return result + (conditions.isEmpty() ? ", always" : ", if " + conditions);
  }

  private static String text(CellChange cell) {
    return cell.before().isEmpty() ? cell.after() : cell.before();
  }

  /** What a cell said, in words. */
  static String before(CellChange cell) {
    return words(cell.part(), cell.before());
  }

  /** What a cell says now, in words. */
  static String after(CellChange cell) {
    return words(cell.part(), cell.after());
  }

  private static String words(Part part, String text) {
    return switch (part) {
      case INPUT -> CellWords.test(text);
      case OUTPUT -> text.isEmpty() ? "nothing" : CellWords.values(text);
      case ANNOTATION -> text.isEmpty() ? "nothing" : text;
    };
  }

  /** An entry that is new or gone is told by its first text; the rest would be a list. */
  static List<Detail> details(EntryChange entry) {
    return entry.kind() == Kind.CHANGED
        ? entry.details()
        : entry.details().stream()
            .filter(d -> !d.after().isEmpty() || !d.before().isEmpty())
            .limit(1)
            .toList();
  }

  static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  /** How many cases move, in one sentence. */
  static String moved(Impact impact) {
    int moved = impact.moved().size();
    if (impact.cases() == 0) {
      return "There is no case to try it on.";
    }
    if (moved == 0) {
      return "In none of the %d cases do posture, unofficial track, verdicts or warnings change."
          .formatted(impact.cases());
    }
    long stance = impact.moved().stream().filter(Move::changesStance).count();
    return stance == 0
        ? "In %d of %d cases verdicts or warnings change; posture and unofficial track stay."
            .formatted(moved, impact.cases())
        : "In %d of %d cases something changes, in %d of them posture or unofficial track."
            .formatted(moved, impact.cases(), stance);
  }

  /** What changes in a case beside posture and track: verdicts and warnings. */
  static List<String> changes(Move move) {
    List<String> changes = new ArrayList<>();
    move.before()
        .verdicts()
        .forEach(
            (option, level) -> {
              String now = move.after().verdicts().get(option);
              if (now != null && !now.equals(level)) {
                changes.add("%s: %s → %s".formatted(option, level, now));
              }
            });
    if (move.before().failure().isEmpty() && move.after().failure().isEmpty()) {
      Set<String> gone = new TreeSet<>(move.before().warnings());
      move.after().warnings().forEach(gone::remove);
      Set<String> come = new TreeSet<>(move.after().warnings());
      move.before().warnings().forEach(come::remove);
      come.forEach(w -> changes.add("warning now: " + w));
      gone.forEach(w -> changes.add("warning no more: " + w));
    }
    for (String failure : List.of(move.before().failure(), move.after().failure())) {
      if (!failure.isEmpty()) {
        changes.add("no advice: " + failure);
      }
    }
    return changes;
  }

  /** When a row that makes the difference decides. */
  static String role(ResponsibleRow row) {
    if (row.before() && row.after()) {
      return "decides otherwise";
    }
    return row.after() ? "decides now" : "decided before";
  }

  /** Where else answers change. */
  static List<String> elsewhere(Impact impact) {
    return impact.elsewhere().entrySet().stream()
        .map(
            e ->
                "%s in %d %s (%s)"
                    .formatted(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().size() == 1 ? "case" : "cases",
                        some(e.getValue())))
        .toList();
  }

  private static String some(List<String> ids) {
    int most = 6;
    return ids.size() <= most
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, most)) + " and %d more".formatted(ids.size() - most);
  }

  /** Agreement with history on both sides, with its caution; empty where nothing is compared. */
  static String agreement(Impact impact) {
    if (impact.before().compared() == 0) {
      return "";
    }
    return "Agreement with what history shows: %d of %d before, %d of %d now. %s"
        .formatted(
            impact.before().agree(),
            impact.before().compared(),
            impact.after().agree(),
            impact.after().compared(),
            CAUTION);
  }

  /** In which share of all combinations of facts the answers change. */
  static List<String> shares(Impact impact) {
    List<String> shares = new ArrayList<>();
    for (Map.Entry<String, Shifts> entry : impact.shifts().entrySet()) {
      Shifts shifts = entry.getValue();
      String which =
          shifts.shifts().stream()
              .limit(MOST_SHIFTS)
              .map(s -> "%s → %s in %s".formatted(s.from(), s.to(), Figures.fine(s.share())))
              .collect(Collectors.joining("; "));
      shares.add(
          capital(entry.getKey()) + share(shifts) + (which.isEmpty() ? "." : ": " + which + "."));
    }
    return shares;
  }

  private static String share(Shifts shifts) {
    if (shifts.exact()) {
      return shifts.share() == 0
          ? " changes in none (counted exactly)"
          : " changes in %s (counted exactly)".formatted(Figures.fine(shifts.share()));
    }
    return shifts.share() == 0
        ? " changes in none of a sample, so in less than %s"
            .formatted(Figures.fine(shifts.margin()))
        : " changes in %s (of a sample; give or take %s)"
            .formatted(Figures.fine(shifts.share()), Figures.fine(shifts.margin()));
  }
}
