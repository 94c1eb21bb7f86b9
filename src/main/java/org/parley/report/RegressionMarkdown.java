package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Observed;
import org.parley.regress.RegressionResult.Tally;

/** Renders a regression as Markdown. */
public final class RegressionMarkdown {

  private RegressionMarkdown() {}

  /** The result as Markdown that ends with a line break. */
  public static String render(RegressionResult result) {
    StringBuilder page = new StringBuilder("# Regression\n\n");
    int differ = result.expected().differ().size();
    page.append(
        "%d of %d pinned cases come out as pinned.\n"
            .formatted(result.expected().agree(), result.expected().agree() + differ));
    if (differ > 0) {
      page.append("\n## Mismatches\n\n");
      page.append(Markdown.head("case", "expected", "actual", "decided by"));
      result.expected().differ().forEach(m -> page.append(mismatch(m)));
    }
    if (result.observed().compared() > 0) {
      history(page, result.observed());
    }
    if (result.derivedOnly() != null) {
      DerivedOnlySection.markdown(page, result.derivedOnly());
    }
    return page.toString();
  }

  private static String mismatch(Mismatch mismatch) {
    return Markdown.row(
        Markdown.escape(mismatch.subject()),
        Markdown.escape(mismatch.expected().describe()),
        Markdown.escape(mismatch.actual().describe()),
        mismatch.rows().stream()
            .map(r -> Markdown.escape(r.id()))
            .collect(Collectors.joining(", ")));
  }

  private static void history(StringBuilder page, Observed observed) {
    page.append("\n## Beside what history shows\n\n").append(RegressionText.CAUTION).append("\n\n");
    page.append(Markdown.head("observed", "agree", "compared"));
    page.append(row("all " + RegressionText.interval(observed.all()), observed.all()));
    page.append(row("all, close facts hidden", observed.allWithoutCloseFacts()));
    rows(page, observed.byPosture());
    rows(page, observed.byUnofficialTrack());
    page.append(
        "\nFor comparison: always the largest class %d, naive Bayes %d (each case left out in turn) and %d (each conflict left out in turn).\n"
            .formatted(
                observed.baselines().largestClass(),
                observed.baselines().naiveBayes(),
                observed.baselines().naiveBayesByConflict()));
    confusion(page, observed.confusion());
    if (!observed.differ().isEmpty()) {
      page.append("\n### Where they differ\n\n");
      page.append(Markdown.head("case", "history", "tables", "because"));
      observed.differ().forEach(d -> page.append(difference(d)));
    }
  }

  private static void confusion(StringBuilder page, Confusion confusion) {
    if (confusion.total() == 0) {
      return;
    }
    page.append("\n### Observed postures (down) and advised ones (across)\n\n");
    List<String> postures = Confusion.postures();
    List<String> head = new ArrayList<>(List.of("observed"));
    head.addAll(postures);
    head.addAll(List.of("same", "95% interval"));
    page.append(Markdown.head(head.toArray(String[]::new)));
    for (int i = 0; i < postures.size(); i++) {
      Tally tally = confusion.tally(i);
      List<String> row = new ArrayList<>(List.of(postures.get(i)));
      confusion.counts().get(i).forEach(n -> row.add(String.valueOf(n)));
      row.add("%d of %d".formatted(tally.agree(), tally.compared()));
      row.add(tally.compared() == 0 ? "-" : RegressionText.range(tally));
      page.append(Markdown.row(row.toArray(String[]::new)));
    }
  }

  private static void rows(StringBuilder page, Map<String, Tally> tallies) {
    tallies.forEach((name, tally) -> page.append(row(name, tally)));
  }

  private static String row(String name, Tally tally) {
    return Markdown.row(
        Markdown.escape(name), String.valueOf(tally.agree()), String.valueOf(tally.compared()));
  }

  private static String difference(Difference difference) {
    return Markdown.row(
        Markdown.escape(difference.subject()),
        Markdown.escape(difference.observed().describe()),
        Markdown.escape(difference.advised().describe()),
        Markdown.escape(difference.because()));
  }
}
