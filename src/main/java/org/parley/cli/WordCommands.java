package org.parley.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.ParleyException;
import org.parley.author.diff.ChangeReview;
import org.parley.author.history.Entry;
import org.parley.author.words.ColumnEdits;
import org.parley.author.words.FactEdits;
import org.parley.author.words.ValueEdits;
import org.parley.author.words.WordChange;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.authoring.ReviewReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that change facts, values and columns have in common. */
final class WordCommands {

  @Option(names = "--save", description = "Save the changes; else they are only shown.")
  private boolean save;

  @Mixin private Attribution attribution;
  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  private KnowledgeBase base;

  KnowledgeBase base() {
    if (base == null) {
      base = knowledge.loadTables();
    }
    return base;
  }

  FactEdits facts() {
    return new FactEdits(withVocabulary(), knowledge.caseFiles());
  }

  ValueEdits values() {
    return new ValueEdits(withVocabulary(), knowledge.caseFiles());
  }

  /** The knowledge base where it says what its facts are. */
  private KnowledgeBase withVocabulary() {
    if (base().plain().isPresent()) {
      throw new ParleyException(
          "a plain DMN file has no vocabulary: change its facts and values in a DMN editor");
    }
    return base();
  }

  ColumnEdits columns() {
    if (base().isSplit()) {
      throw new ParleyException(
          "the models of the folder are read each by itself: name the one with --knowledge"
              + " FILE.dmn");
    }
    return new ColumnEdits(base());
  }

  /**
   * Shows a change with what it does, and saves it where that is asked for.
   *
   * @param change makes it
   * @param name what the knowledge base with it is called
   */
  int run(Supplier<WordChange> change, String name) {
    WordChange made = knowledge.watch("changing the files", change);
    // before anything is saved: what is saved is what was shown
    ChangeReview review = knowledge.review(made.before(), "the tables " + name, made.after());
    List<String> saved = save ? save(made) : List.of();
    output.write(ReviewReport.of(made, review, saved), form);
    return review.hasFindings() ? Main.FINDINGS : Main.FINE;
  }

  private List<String> save(WordChange made) {
    return knowledge
        .history()
        .save(attribution.occasion(), Optional.of(made.before().files()), made.files())
        .map(Entry::names)
        .orElse(List.of());
  }

  /** Refuses what only somebody who says why may do. */
  void requireReason(boolean forced) {
    if (forced && !attribution.hasReason()) {
      throw new ParleyException("--force: say why with --reason \"…\", which the history keeps");
    }
  }
}
