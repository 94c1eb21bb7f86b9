package org.parley.report.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.explain.Redaction;
import org.parley.knowledge.FactType;
import org.parley.report.words.Wording;

/** What each fact and each decision is in an advice, in few words. */
final class NodeValues {
  private final Map<String, String> values = new HashMap<>();

  NodeValues(Advice advice) {
    advice.facts().forEach(fact -> values.put(fact.name(), fact.value()));
    advice.unknown().forEach(name -> values.put(name, FactType.UNKNOWN));
    advice.trace().forEach(d -> values.put(d.decision(), value(d.result())));
  }

  private static String value(Object result) {
    return result instanceof List<?> list && list.size() > 1
        ? list.size() + " answers"
        : Wording.result(result);
  }

  /** The value by a name; what is not told is withheld. */
  String of(String name) {
    return Wording.known(values.getOrDefault(name, Redaction.WITHHELD));
  }
}
