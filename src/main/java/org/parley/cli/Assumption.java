package org.parley.cli;

import org.parley.Case;
import org.parley.Fact;
import org.parley.ParleyException;
import org.parley.Shown;
import org.parley.knowledge.Vocabulary;

/** A value assumed on the command line: {@code --set "name=value"}. */
record Assumption(String text, String name, String value) {

  /** Reads it. */
  static Assumption of(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new ParleyException(
          "--set \"%s\": write it as \"fact=value\"".formatted(Shown.piece(text)));
    }
    return new Assumption(
        text, text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /** The case with the fact assumed, if the vocabulary knows fact and value, or knew them. */
  Case in(Case subject, Vocabulary vocabulary) {
    Fact said = Fact.assumed(name, value);
    Fact today = vocabulary.today(said);
    vocabulary
        .objection(today.name(), today.value())
        .ifPresent(
            objection -> {
              throw refused(objection.message());
            });
    Case assumed = subject.assuming(today.name(), today.value());
    return today.equals(said)
        ? assumed
        : assumed.toBuilder().remark(Vocabulary.remark(said, today)).build();
  }

  /** Why it cannot be used. */
  ParleyException refused(String objection) {
    return new ParleyException("--set \"%s\": %s".formatted(Shown.piece(text), objection));
  }
}
