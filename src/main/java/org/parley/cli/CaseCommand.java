package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.casefile.ReadCase;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.document.Report;
import picocli.CommandLine.Mixin;

/** A command that is asked about one case. */
abstract class CaseCommand implements Callable<Integer> {
  @Mixin private Asked asked;
  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public final Integer call() {
    check();
    KnowledgeBase base = knowledge.load();
    ReadCase subject =
        shown(
            asked.read(knowledge, base.vocabulary(), assumption -> takes(assumption, base)), base);
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      Advice advice = knowledge.watch("advising", () -> advisor.advise(subject));
      output.write(answer(advice, base), form);
    }
    return Main.FINE;
  }

  /** Refuses options that make no sense, before anything is read. */
  void check() {}

  /** Whether an assumption is about something else than a fact, and taken note of. */
  boolean takes(Assumption assumption, KnowledgeBase base) {
    return false;
  }

  /** What of the case may be seen in the answer. */
  ReadCase shown(ReadCase subject, KnowledgeBase base) {
    return subject;
  }

  /** The answer to the question. */
  abstract Report answer(Advice advice, KnowledgeBase base);

  final Knowledge knowledge() {
    return knowledge;
  }

  final Form form() {
    return form;
  }

  final Output output() {
    return output;
  }
}
