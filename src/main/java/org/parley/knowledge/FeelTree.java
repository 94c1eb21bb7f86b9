package org.parley.knowledge;

import org.kie.dmn.feel.lang.ast.ASTNode;

/**
 * A FEEL text and the tree that the engine makes of it.
 *
 * @param text the text
 * @param root its tree, or {@code null} where it has none
 * @param error why it is no FEEL, in words that follow a colon; empty where it is
 */
public record FeelTree(String text, ASTNode root, String error) {
  /** The unary test that tests nothing. */
  static final String DASH = "-";

  /** Whether it is FEEL. */
  public boolean isFeel() {
    return root != null && error.isEmpty();
  }
}
