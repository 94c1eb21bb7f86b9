package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.regress.Regression.BriefResult;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Observed;
import org.parley.regress.RegressionResult.Tally;

/** Renders a regression for a terminal. Immutable and thread-safe. */
public final class RegressionText {
  static final String CAUTION =
      "Agreement with history is not correctness: leaders err, and the facts were coded by people.";

  private final Style style;

  public RegressionText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The result as text that ends with a line break. */
  public String render(RegressionResult result) {
    Page page = new Page(style);
    pinned(page, result.expected());
    result.expected().differ().forEach(m -> mismatch(page, m));
    if (result.observed().compared() > 0) {
      history(page, result.observed());
    }
    if (result.derivedOnly() != null) {
      DerivedOnlySection.text(page, result.derivedOnly());
    }
    return page.text();
  }

  /** What matters while tables are edited: the cases that come out otherwise, and a tally. */
  public String brief(BriefResult result) {
    Page page = new Page(style);
    pinned(page, result.expected());
    result.expected().differ().forEach(m -> mismatch(page, m));
    Tally all = result.observed();
    if (all.compared() > 0) {
      page.paragraph(
          Prose.dim("Beside what history shows:")
              .then(Tone.DIM, "%d of %d.".formatted(all.agree(), all.compared()))
              .then(Tone.DIM, CAUTION));
    }
    return page.text();
  }

  private void pinned(Page page, RegressionResult.Expected expected) {
    int differ = expected.differ().size();
    int pinned = expected.agree() + differ;
    Tone tone = differ == 0 ? Tone.GOOD : Tone.BAD;
    page.paragraph(Prose.of(tone, verdict(pinned, differ)));
    if (!expected.unpinned().isEmpty()) {
      page.paragraph(Prose.dim("Not pinned: " + String.join(", ", expected.unpinned())));
    }
  }

  static String verdict(int pinned, int differ) {
    if (pinned == 0) {
      return "No case is pinned.";
    }
    if (differ > 0) {
      return "%d of %d pinned cases %s out otherwise."
          .formatted(differ, pinned, differ == 1 ? "comes" : "come");
    }
    return pinned == 1
        ? "The pinned case comes out as pinned."
        : "All %d pinned cases come out as pinned.".formatted(pinned);
  }

  private void mismatch(Page page, Mismatch mismatch) {
    page.heading(mismatch.subject());
    page.item(label("expected"), Prose.plain(mismatch.expected().describe()));
    page.item(label("actual"), Prose.of(Tone.BAD, mismatch.actual().describe()));
    String decided = "decided by";
    for (DecidingRow row : mismatch.rows()) {
      page.item(
          label(decided),
          Prose.strong(row.id())
              .then(Tone.DIM, "(" + row.table() + ")")
              .then(Tone.PLAIN, row.why()));
      decided = "";
    }
  }

  private void history(Page page, Observed observed) {
    page.heading("Beside what history shows");
    page.item(label("agree"), tally(observed.all()).then(Tone.DIM, interval(observed.all())));
    page.item(
        label("close facts hidden"),
        tally(observed.allWithoutCloseFacts())
            .then(Tone.DIM, interval(observed.allWithoutCloseFacts())));
    baselines(page, observed);
    tallies(page, "by posture", observed.byPosture());
    tallies(page, "by unofficial track", observed.byUnofficialTrack());
    confusion(page, observed.confusion());
    page.blank().paragraph(Prose.dim(CAUTION));
    if (!observed.differ().isEmpty()) {
      page.heading("Where they differ");
      observed.differ().forEach(d -> difference(page, d));
    }
  }

  private static void baselines(Page page, Observed observed) {
    page.item(
        label("for comparison"),
        baseline(observed.baselines().largestClass(), "always the largest class"));
    page.item(
        label(""),
        baseline(observed.baselines().naiveBayes(), "naive Bayes, each case left out in turn"));
    page.item(
        label(""),
        baseline(
            observed.baselines().naiveBayesByConflict(),
            "naive Bayes, each conflict left out in turn"));
  }

  private static Prose baseline(int agree, String learner) {
    return Prose.plain(String.valueOf(agree)).then(Tone.DIM, learner);
  }

  static String interval(Tally tally) {
    return "(95%% interval %s)".formatted(range(tally));
  }

  /** Between which shares the true rate may lie. */
  static String range(Tally tally) {
    return "%.0f to %.0f%%".formatted(100 * tally.interval().low(), 100 * tally.interval().high());
  }

  private static Prose tally(Tally tally) {
    return Prose.plain("%d of %d".formatted(tally.agree(), tally.compared()));
  }

  private void tallies(Page page, String title, Map<String, Tally> tallies) {
    String label = title;
    for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
      page.item(label(label), tally(entry.getValue()).then(Tone.PLAIN, entry.getKey()));
      label = "";
    }
  }

  private static void confusion(Page page, Confusion confusion) {
    if (confusion.total() == 0) {
      return;
    }
    page.heading("Observed postures (down) and advised ones (across)");
    List<String> postures = Confusion.postures();
    List<String> head = new ArrayList<>(List.of("observed"));
    // the row of the same posture has the whole name
    postures.forEach(p -> head.add(p.replaceFirst("[ -].*", "")));
    head.addAll(List.of("same", "95% interval"));
    TextTable table = new TextTable(head, 2);
    for (int i = 0; i < postures.size(); i++) {
      Tally tally = confusion.tally(i);
      List<String> row = new ArrayList<>(List.of(postures.get(i)));
      confusion.counts().get(i).forEach(n -> row.add(String.valueOf(n)));
      row.add("%d of %d".formatted(tally.agree(), tally.compared()));
      row.add(tally.compared() == 0 ? "-" : range(tally));
      table.add(row);
    }
    table.write(page);
  }

  private void difference(Page page, Difference difference) {
    page.item(
        new Page.Lead(Tone.STRONG, "%-7s ".formatted(difference.subject())),
        Prose.plain(difference.observed().describe())
            .then(Tone.DIM, "in history,")
            .then(Tone.PLAIN, difference.advised().describe())
            .then(Tone.DIM, "in the tables"));
    if (!difference.because().isEmpty()) {
      page.item(Page.Lead.of(" ".repeat(8)), Prose.dim(difference.because()));
    }
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, "%-21s".formatted(text));
  }
}
