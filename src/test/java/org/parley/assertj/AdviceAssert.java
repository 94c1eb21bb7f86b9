package org.parley.assertj;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.parley.Advice;
import org.parley.Basis;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Said;
import org.parley.UnofficialTrack;
import org.parley.Verdict;

/**
 * Assertions on an advice. One that fails shows the rows that decided, and what was nearest to what
 * was asked for. Not final, so that soft assertions can stand in for it.
 */
public class AdviceAssert extends AbstractAssert<AdviceAssert, Advice> {

  /** Assertions on an advice; {@link ParleyAssertions#assertThat(Advice)} makes them. */
  public AdviceAssert(Advice actual) {
    super(actual, AdviceAssert.class);
  }

  /** The tables favour this posture. */
  public AdviceAssert recommends(Posture expected) {
    isNotNull();
    if (actual.posture() != expected) {
      fail(
          "to favour %s, but it favours %s".formatted(expected, actual.posture()),
          Grounds.of(actual),
          Grounds.nearestTo(expected, actual));
    }
    return this;
  }

  /** The tables favour another posture. */
  public AdviceAssert doesNotRecommend(Posture unexpected) {
    isNotNull();
    if (actual.posture() == unexpected) {
      fail("not to favour %s, but it does".formatted(unexpected), Grounds.of(actual));
    }
    return this;
  }

  /** The tables favour this unofficial track beside the posture; {@code NONE} for none. */
  public AdviceAssert withTrack(UnofficialTrack expected) {
    isNotNull();
    if (actual.unofficialTrack() != expected) {
      fail(
          "to run the unofficial track '%s', but it is '%s'"
              .formatted(expected, actual.unofficialTrack()),
          Grounds.ofTrack(actual));
    }
    return this;
  }

  /** The tables favour some unofficial track beside the posture. */
  public AdviceAssert hasUnofficialTrack() {
    isNotNull();
    if (actual.unofficialTrack() == UnofficialTrack.NONE) {
      fail("to run an unofficial track, but it runs none", Grounds.ofTrack(actual));
    }
    return this;
  }

  /** The posture is combined with all of these, and perhaps with more. */
  public AdviceAssert combinedWith(String... expected) {
    isNotNull();
    List<String> missing =
        List.of(expected).stream().filter(e -> !actual.combinedWith().contains(e)).toList();
    if (!missing.isEmpty()) {
      fail(
          "to combine %s with %s".formatted(actual.posture(), quoted(missing)),
          Grounds.listed("it is combined with", actual.combinedWith()));
    }
    return this;
  }

  /** The tables judge a posture so. */
  public AdviceAssert hasVerdict(Posture option, Verdict.Level expected) {
    isNotNull();
    Verdict verdict = actual.verdict(option);
    if (verdict.level() != expected) {
      fail(
          "to find %s %s, but it is %s".formatted(option, expected, verdict.level()),
          Grounds.listed("because of", verdict.rows().stream().map(Grounds::of).toList()),
          expected == Verdict.Level.RECOMMENDED ? Grounds.nearestTo(option, actual) : "");
    }
    return this;
  }

  /** A row of this id decided, anywhere behind the posture. */
  public AdviceAssert becauseOfRow(String id) {
    isNotNull();
    if (rowsBehind().noneMatch(r -> r.id().equals(id))) {
      fail(
          "to rest on the row '%s'".formatted(id),
          Grounds.whyNotRow(id, actual),
          Grounds.of(actual),
          Grounds.allBehind(actual));
    }
    return this;
  }

  /** No row of this id decided behind the posture; it may have matched. */
  public AdviceAssert notBecauseOfRow(String id) {
    isNotNull();
    rowsBehind()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .ifPresent(
            row ->
                fail(
                    "not to rest on the row '%s', but it decided".formatted(id),
                    Grounds.listed("it is", List.of(Grounds.of(row)))));
    return this;
  }

  /** A row that decided behind the posture encodes this statement, such as {@code S014}. */
  public AdviceAssert isExplainedBy(String statement) {
    isNotNull();
    if (rowsBehind().noneMatch(r -> r.statements().contains(statement))) {
      String others =
          rowsBehind()
              .flatMap(r -> r.statements().stream())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      fail(
          "to rest on the statement %s, but it rests on %s".formatted(statement, others),
          Grounds.of(actual));
    }
    return this;
  }

  /** The tables saw this fact with this value, whatever it comes from. */
  public AdviceAssert hasFact(String name, String value) {
    isNotNull();
    Fact fact = actual.facts().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
    if (fact == null) {
      fail("to have seen '%s' as '%s', but it is not known".formatted(name, value));
    } else if (!fact.value().equals(value)) {
      fail(
          "to have seen '%s' as '%s', but it is '%s' (%s)"
              .formatted(name, value, fact.value(), fact.origin()));
    }
    return this;
  }

  /** This fact of the vocabulary is not known. */
  public AdviceAssert hasUnknown(String fact) {
    isNotNull();
    if (!actual.unknown().contains(fact)) {
      fail(
          "not to know '%s'".formatted(fact), Grounds.listed("it does not know", actual.unknown()));
    }
    return this;
  }

  /** A warning holds these words. */
  public AdviceAssert warns(String words) {
    isNotNull();
    if (warnings().noneMatch(w -> w.contains(words))) {
      fail("to warn of '%s'".formatted(words), Grounds.listed("it warns", warnings().toList()));
    }
    return this;
  }

  /** There is no warning at all. */
  public AdviceAssert doesNotWarn() {
    return doesNotWarn("");
  }

  /** No warning holds these words. */
  public AdviceAssert doesNotWarn(String words) {
    isNotNull();
    List<String> warnings = warnings().filter(w -> w.contains(words)).toList();
    if (!warnings.isEmpty()) {
      fail(
          words.isEmpty() ? "not to warn" : "not to warn of '%s'".formatted(words),
          Grounds.listed("it warns", warnings));
    }
    return this;
  }

  /** There is a finding of this kind on the input, such as {@code later event}. */
  public AdviceAssert hasFinding(String kind) {
    isNotNull();
    if (actual.findings().stream().noneMatch(f -> f.kind().equals(kind))) {
      fail("to have a finding '%s'".formatted(kind), findings());
    }
    return this;
  }

  /** There is no finding on the input. */
  public AdviceAssert hasNoFindings() {
    isNotNull();
    if (!actual.findings().isEmpty()) {
      fail("to have no findings", findings());
    }
    return this;
  }

  /** The advice is to be relied on so far. */
  public AdviceAssert hasConfidence(Confidence expected) {
    isNotNull();
    if (actual.confidence().level() != expected) {
      fail(
          "to have %s confidence, but it has %s".formatted(expected, actual.confidence().level()),
          Grounds.listed(
              "since", actual.confidence().reasons().stream().map(Advice.Reason::text).toList()));
    }
    return this;
  }

  /** The posture is to rest on this. */
  public AdviceAssert hasBasis(Basis expected) {
    isNotNull();
    if (actual.basis() != expected) {
      fail(
          "to rest on %s, but it rests on %s".formatted(expected, actual.basis()),
          "not known: " + String.join(", ", actual.unknown()));
    }
    return this;
  }

  private Stream<String> warnings() {
    return actual.warnings().stream().map(Said::text);
  }

  private Stream<FiredRow> rowsBehind() {
    return Grounds.rowsBehind(actual).stream();
  }

  private String findings() {
    return Grounds.listed("it has", actual.findings().stream().map(AdviceAssert::words).toList());
  }

  private static String words(Finding finding) {
    return finding.kind() + ": " + finding.message();
  }

  private static String quoted(List<String> words) {
    return words.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
  }

  private void fail(String expectation, String... grounds) {
    String id = actual.subject().id();
    failWithMessage(
        "%s",
        Grounds.message(
            "Expecting the advice%s %s"
                .formatted(id.isEmpty() ? "" : " on " + id, Objects.requireNonNull(expectation)),
            grounds));
  }
}
