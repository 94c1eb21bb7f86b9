package org.parley.regress;

import java.util.Comparator;
import java.util.List;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.precedent.Precedent;

/** Naive Bayes with add-one smoothing, counted anew for each question. */
record NaiveBayesByHand(Vocabulary vocabulary) {

  String predict(Precedent subject, List<Precedent> others) {
    return others.stream()
        .map(Precedent::done)
        .distinct()
        .max(
            Comparator.<String>comparingDouble(label -> score(subject, label, others))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private double score(Precedent subject, String label, List<Precedent> others) {
    List<Precedent> same = others.stream().filter(o -> o.done().equals(label)).toList();
    double score = Math.log((double) same.size() / others.size());
    for (FactType fact : vocabulary.facts()) {
      String value = subject.values().get(fact.name());
      if (value != null) {
        long equal = same.stream().filter(o -> value.equals(o.values().get(fact.name()))).count();
        long known = same.stream().filter(o -> o.values().containsKey(fact.name())).count();
        score += Math.log((equal + 1.0) / (known + fact.values().size() - 1));
      }
    }
    return score;
  }
}
