package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.impl.RootExecutionFrame;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;

/**
 * The one place where FEEL is read: by the engine's own parser, with the names that the engine will
 * know there. Immutable and thread-safe.
 */
public final class Feel {
  /** FEEL that looks up no name: what cells of tables mostly are. */
  public static final Feel WITHOUT_NAMES = new Feel(Map.of());

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  /** What people write outside of texts where they mean FEEL, and what they would write. */
  private static final Map<Pattern, String> SLIPS = new LinkedHashMap<>();

  static {
    SLIPS.put(Pattern.compile("[“”„‟«»″]"), "quotes are straight: \"so\"");
    SLIPS.put(Pattern.compile("['‘’‚‹›`]"), "a text stands in double quotes: \"so\"");
    SLIPS.put(Pattern.compile("\""), "a quote (\") is not closed");
    SLIPS.put(Pattern.compile(";"), "commas stand between several");
    SLIPS.put(Pattern.compile("\\bnot\\s+[^(\\s]"), "brackets follow 'not': not(\"so\")");
  }

  private static final FEELImpl ENGINE = (FEELImpl) EngineLoader.feel();
  private final Map<String, Type> names;

  private Feel(Map<String, Type> names) {
    this.names = names;
  }

  /** FEEL that may refer to names of any type. */
  public static Feel with(Collection<String> names) {
    Map<String, Type> types = new LinkedHashMap<>();
    names.forEach(name -> types.put(name, BuiltInType.UNKNOWN));
    return new Feel(types);
  }

  /** FEEL that may refer to names of these types. */
  static Feel with(Scope scope) {
    Map<String, Type> types = new LinkedHashMap<>();
    scope.names().forEach((name, type) -> types.put(name, type.ofFeel()));
    return new Feel(types);
  }

  /** Reads unary tests: what a cell below an input column says; a blank one tests nothing. */
  public FeelTree test(String text) {
    return read(text.isBlank() ? FeelTree.DASH : text, true);
  }

  /** Reads an expression. */
  public FeelTree expression(String text) {
    return text.isBlank() ? new FeelTree(text, null, "says nothing") : read(text, false);
  }

  private FeelTree read(String text, boolean tests) {
    Optional<String> excess = FeelTokens.of(text).excess();
    if (excess.isPresent()) {
      return new FeelTree(text, null, excess.get());
    }
    List<FEELEvent> errors = new ArrayList<>();
    CompilerContext context =
        ENGINE.newCompilerContext(
            List.of(
                event -> {
                  if (event instanceof SyntaxErrorEvent) {
                    errors.add(event);
                  }
                }));
    names.forEach(context::addInputVariableType);
    try {
      // the parser works out dates that are written out
      ASTNode root =
          EngineLoader.within(
              () ->
                  tests
                      ? ENGINE.processUnaryTests(text, context).getInterpreted().getASTNode()
                      : ENGINE.processExpression(text, context).getInterpreted().getASTNode());
      return new FeelTree(text, root, errors.isEmpty() ? "" : inWords(text, errors.get(0)));
    } catch (StackOverflowError e) {
      return new FeelTree(text, null, "is nested too deep to be read");
    } catch (RuntimeException e) {
      // the parser has reported an error, and gone on with what it had
      return new FeelTree(
          text, null, errors.isEmpty() ? "is not FEEL" : inWords(text, errors.get(0)));
    }
  }

  private static String inWords(String text, FEELEvent error) {
    String where =
        error.getOffendingSymbol() instanceof Token token && token.getType() != Token.EOF
            ? "is not FEEL: it cannot be read at '%s'".formatted(FeelGuard.clipped(token.getText()))
            : "is not FEEL: it breaks off";
    String outside = TEXT.matcher(text).replaceAll("_");
    return SLIPS.entrySet().stream()
        .filter(slip -> slip.getKey().matcher(outside).find())
        .findFirst()
        .map(slip -> where + "; " + slip.getValue())
        .orElse(where);
  }

  /** Whether FEEL itself takes a text for the name of a variable. */
  static boolean isName(String text) {
    try {
      return !text.isBlank() && FEELParser.isVariableNameValid(text);
    } catch (RuntimeException e) {
      // of what is a comment from the start, the parser has no token
      return false;
    }
  }

  /** Whether FEEL has a function of its own of that name. */
  static boolean isFunction(String name) {
    return RootExecutionFrame.INSTANCE.getValue(name) instanceof FEELFunction;
  }
}
