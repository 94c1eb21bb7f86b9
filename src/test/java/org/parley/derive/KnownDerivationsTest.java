package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Event;
import org.parley.LoadOption;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;

/** What the build has derived already stands for what the rules derive, and for nothing else. */
class KnownDerivationsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.builtIn();

  @TempDir private Path folder;

  @Test
  void shippedCasesComeOutAsTheRulesSayWithoutRunningThem() {
    int withEvents = 0;
    try (Deriver knowing = new Deriver(KNOWLEDGE);
        Deriver running = Deriver.running(KNOWLEDGE)) {
      for (Case subject : shipped()) {
        assertThat(knowing.derive(subject)).as(subject.id()).isEqualTo(running.derive(subject));
        withEvents += subject.events().isEmpty() ? 0 : 1;
      }
      assertThat(knowing.hasStarted()).isFalse();
      assertThat(running.hasStarted()).isTrue();
    }
    assertThat(withEvents).isGreaterThan(50);
  }

  @Test
  void aNoteOfAnEventMakesNoDifference() {
    Case subject = withEvents();
    List<Event> noted = new ArrayList<>();
    for (Event e : subject.events()) {
      noted.add(
          new Event(e.date(), e.type(), e.by(), e.to(), e.details(), "seen otherwise", "a diary"));
    }
    assertSameAsRun(subject.toBuilder().events(noted).build(), false);
  }

  @Test
  void whatTheRulesCanSeeStartsThem() {
    Case subject = withEvents();
    Event first = subject.events().get(0);
    List<Event> more = new ArrayList<>(subject.events());
    more.add(Event.of(first.date(), "offensive", subject.adversary(), subject.decidingParty()));

    assertSameAsRun(subject.toBuilder().events(more).build(), true);
    assertSameAsRun(subject.toBuilder().asOf(subject.asOf().plusDays(1)).build(), true);
    assertSameAsRun(subject.toBuilder().adversary("Nobody").build(), true);
    assertSameAsRun(subject.toBuilder().fact("own resilience", "no such value").build(), true);
  }

  @Test
  void rulesThatNobodyVouchedForDeriveNothing() throws Exception {
    Path copy = Copy.into(folder).folder();
    try (Deriver untrusted = new Deriver(KnowledgeBase.load(copy));
        Deriver trusted = new Deriver(KnowledgeBase.load(copy, LoadOption.TRUST_RULES))) {
      assertThat(untrusted.derive(withEvents()).rules()).isEmpty();
      assertThat(trusted.derive(withEvents()).rules()).isNotEmpty();
      assertThat(trusted.hasStarted()).isFalse();
    }
  }

  private static void assertSameAsRun(Case subject, boolean started) {
    try (Deriver knowing = new Deriver(KNOWLEDGE);
        Deriver running = Deriver.running(KNOWLEDGE)) {
      assertThat(knowing.derive(subject)).isEqualTo(running.derive(subject));
      assertThat(knowing.hasStarted()).isEqualTo(started);
    }
  }

  private static List<Case> shipped() {
    CaseFiles files = new CaseFiles(KNOWLEDGE.vocabulary());
    return CaseFiles.in(Path.of("cases")).stream().map(files::read).toList();
  }

  /** One from whose events rules derive something. */
  private static Case withEvents() {
    try (Deriver deriver = new Deriver(KNOWLEDGE)) {
      return shipped().stream()
          .filter(c -> !deriver.derive(c).rules().isEmpty())
          .findFirst()
          .orElseThrow();
    }
  }
}
