package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Labelled;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Possibility;
import org.parley.OpenQuestions.Question;
import org.parley.Posture;
import org.parley.decide.TableEngine;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Shares are those of all worlds, visited one by one where that is possible. */
class OpenQuestionsTest {
  private static final double MOST_WORLDS = 30_000;

  private final Advisor advisor = ShippedCases.ADVISOR;
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);

  @Test
  void sharesAreThoseOfAllWorlds() {
    int compared = 0;
    for (Case subject : ShippedCases.ALL) {
      Advice advice = advisor.advise(subject);
      List<String> open = choices(advice.unknown());
      if (worlds(open) > 1 && worlds(open) <= MOST_WORLDS) {
        // a number has too many values to visit: it is given one
        Case finite = withoutNumbers(subject, advice.unknown());
        compare(finite, advisor.advise(finite).openQuestions(), open);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void twelveUnknownFactsAreCountedExactly() {
    Case subject = ShippedCases.named("VN-04");
    for (String fact :
        advisor.advise(subject).facts().stream().limit(12).map(Fact::name).toList()) {
      subject = subject.assuming(fact, FactType.UNKNOWN);
    }

    OpenQuestions questions = advisor.advise(subject).openQuestions();

    assertThat(questions.opened()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(questions.exact()).isTrue();
    assertThat(questions.error()).isZero();
    assertThat(questions.possible().stream().mapToDouble(Possibility::share).sum())
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void aCaseOfWhichNothingIsKnownIsCountedExactly() {
    OpenQuestions questions = advisor.advise(Case.of(Map.of())).openQuestions();

    assertThat(questions.exact()).isTrue();
    assertThat(questions.possible()).hasSize(Posture.values().length);
    assertThat(questions.holds()).isFalse();
    assertThat(questions.questions())
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> Double.compare(b.narrowing(), a.narrowing()));
  }

  @Test
  void anAnswerImpliesWhatTheAdviceWithItImplies() {
    Case subject = Case.of(Map.of("adversary readiness", "ready"));
    Question first = advisor.advise(subject).openQuestions().questions().get(0);

    for (Answer answer : first.answers()) {
      OpenQuestions then =
          advisor.advise(subject.assuming(first.fact(), answer.value())).openQuestions();
      assertThat(then.possible()).hasSameSizeAs(answer.possible());
      for (int i = 0; i < then.possible().size(); i++) {
        assertThat(then.possible().get(i).share())
            .isEqualTo(answer.possible().get(i).share(), within(1e-9));
      }
    }
  }

  @Test
  void aFactThatTheTablesDoNotAskForIsNoQuestion() {
    OpenQuestions questions = advisor.advise(ShippedCases.named("VN-01")).openQuestions();

    assertThat(questions.holds()).isTrue();
    assertThat(questions.questions()).isEmpty();
    assertThat(questions.opened()).isEqualTo(advisor.advise(ShippedCases.named("VN-01")).unknown());
  }

  @Test
  void factsInDoubtAreOpenToo() {
    Case subject = ShippedCases.named("VN-01");
    List<String> low =
        advisor.advise(subject).facts().stream()
            .filter(f -> f.confidence() == Confidence.LOW)
            .map(Fact::name)
            .toList();

    OpenQuestions questions =
        advisor.advise(subject).openQuestions(fact -> fact.confidence() == Confidence.LOW);

    assertThat(low).isNotEmpty();
    assertThat(questions.opened()).containsAll(low);
  }

  private List<String> choices(List<String> facts) {
    return facts.stream().filter(f -> !fact(f).values().isEmpty()).toList();
  }

  private FactType fact(String name) {
    return knowledge.vocabulary().fact(name).orElseThrow();
  }

  private double worlds(List<String> open) {
    return open.stream().mapToDouble(f -> fact(f).known().size()).reduce(1, (a, b) -> a * b);
  }

  private Case withoutNumbers(Case subject, List<String> unknown) {
    Case given = subject;
    for (String name : unknown) {
      given = fact(name).values().isEmpty() ? given.assuming(name, "3") : given;
    }
    return given;
  }

  private void compare(Case subject, OpenQuestions questions, List<String> open) {
    Map<String, String> facts = new LinkedHashMap<>();
    advisor.advise(subject).facts().forEach(f -> facts.put(f.name(), f.value()));
    List<Map<String, String>> worlds = new ArrayList<>(List.of(facts));
    for (String name : open) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> world : worlds) {
        for (String value : fact(name).known()) {
          Map<String, String> next = new LinkedHashMap<>(world);
          next.put(name, value);
          more.add(next);
        }
      }
      worlds = more;
    }
    Map<Posture, Integer> counts = new EnumMap<>(Posture.class);
    for (Map<String, String> world : worlds) {
      String label = engine.evaluate(world).text("posture");
      counts.merge(Labelled.find(Posture.class, label).orElseThrow(), 1, Integer::sum);
    }
    assertThat(questions.exact()).isTrue();
    assertThat(questions.possible()).hasSize(counts.size());
    for (Possibility possible : questions.possible()) {
      assertThat(possible.share())
          .as("%s %s", subject.id(), possible.posture())
          .isEqualTo((double) counts.get(possible.posture()) / worlds.size(), within(1e-9));
    }
  }
}
