package org.parley.report;

import java.util.List;
import org.parley.Fact;
import org.parley.FiredRow;

/** A place in the tree that leads from a decision down to the facts that it rests on. */
sealed interface TraceNode {

  /** What the place rests on. */
  List<TraceNode> below();

  /**
   * A decision.
   *
   * @param name its name
   * @param question the question that it answers, or an empty string
   * @param result its result in words
   * @param above whether it has been laid out further up
   * @param below its rows, or what it reads where it has no table
   */
  record Decided(String name, String question, String result, boolean above, List<TraceNode> below)
      implements TraceNode {

    public Decided {
      below = List.copyOf(below);
    }
  }

  /**
   * A row that matched.
   *
   * @param row the row
   * @param below the inputs that it tests; empty where another row gave the result
   */
  record Matched(FiredRow row, List<TraceNode> below) implements TraceNode {

    public Matched {
      below = List.copyOf(below);
    }
  }

  /**
   * A fact of the case.
   *
   * @param fact the fact
   * @param above whether its details have been given further up
   */
  record Known(Fact fact, boolean above) implements TraceNode {

    @Override
    public List<TraceNode> below() {
      return List.of();
    }
  }

  /**
   * An input that is neither a decision nor a known fact.
   *
   * @param name its name
   * @param value what the row found there
   */
  record Open(String name, String value) implements TraceNode {

    @Override
    public List<TraceNode> below() {
      return List.of();
    }
  }
}
