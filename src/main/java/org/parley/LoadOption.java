package org.parley;

/** How a knowledge base is loaded. */
public enum LoadOption {
  /**
   * Run the Drools rules of the knowledge base. Rules are code and can call anything that Java can,
   * so without this option only the tables of a foreign knowledge base are used, and every advice
   * on a case with events says so.
   */
  TRUST_RULES,
  /**
   * Refuse tables that leave some possible case without a result, or in which rows contradict each
   * other where only one may answer: each such case is named with what is missing. The default for
   * services, whose callers cannot mend a table.
   */
  REQUIRE_COMPLETE,
  /**
   * Answer only: an advice says its posture, its verdicts with their rows, what to combine it with,
   * its unofficial track, its basis, its facts and when to look again, and whoever asks it for more
   * meets an {@link IllegalStateException}. No advice is looked over by rules. For whoever counts
   * what would be favoured in many cases; what is shown to people should carry its explanation.
   */
  WITHOUT_EXPLANATIONS
}
