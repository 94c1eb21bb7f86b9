package org.parley.knowledge;

import java.util.List;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * A FEEL text and the tree that the engine makes of it.
 *
 * @param text the text
 * @param root its tree, or {@code null} where it has none
 * @param error why it is no FEEL, in words that follow it; empty where it is
 */
public record FeelTree(String text, ASTNode root, String error) {
  /** The unary test that tests nothing. */
  static final String DASH = "-";

  /** What a cell's tree compares with, one test after another. */
  public List<UnaryTest> unaryTests() {
    return ((UnaryTestListNode) root).getCompiledUnaryTests();
  }

  /** A name as scopes have it: blanks in it are one each. */
  static String name(ASTNode node) {
    return String.join(" ", node.getText().strip().split("\\s+"));
  }

  /** The name of what stands in a context. */
  static String key(ContextEntryNode entry) {
    return entry.getName() instanceof StringNode text ? text.getValue() : name(entry.getName());
  }

  /** Whether it is FEEL. */
  public boolean isFeel() {
    return root != null && error.isEmpty();
  }
}
