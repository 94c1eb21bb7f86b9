package org.parley.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Shown;

/**
 * Says in the words of tables what the engine dislikes about a model or a FEEL text. What it says
 * of other things stays its own, and is marked as such.
 */
public final class EngineWords {
  private static final int MOST = 200;

  /** What the engine puts around what it says: the standard, and ids that nobody gave. */
  private static final Pattern FRAME =
      Pattern.compile("^(?:DMN|FEEL): |\\s*\\(DMN id: .*\\)\\s*$", Pattern.DOTALL);

  private static final Pattern TYPE = Pattern.compile("DMNType\\{\\s*\\S+ : (.*?)\\s*}");
  private static final Pattern CLASS =
      Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}([A-Z]\\w*)(?::\\s*)?");

  /** Its kinds of message; the first that fits counts. */
  private static final List<Kind> KINDS =
      List.of(
          kind(
              "Unknown variable (?:name )?'(.*?)'.*",
              "the name '$1' is not known here; a text needs quotes: \"$1\""),
          kind("Function not found: '(.*?)'.*", "there is no function '$1'"),
          kind("missing '(.)' at .*", "a $1 is missing"),
          kind(".*(?:input|at:?|line \\d+:\\d+) '?<EOF>'?.*", "something is missing at its end"),
          kind(
              "(?:extraneous|mismatched) input '(.*?)' expecting.*",
              "'$1' does not fit where it stands: a text needs quotes, tests are parted by commas"),
          kind(
              "no viable alternative at input '(.*?)'.*",
              "it cannot be read as far as '$1': a text needs quotes, tests are parted by commas"),
          kind("token recognition error at: '(.*?)'.*", "'$1' means nothing in FEEL"),
          kind("Detected 'if' expression without '(then|else)' part.*", "an 'if' lacks its '$1'"),
          kind("Duplicate key '(.*?)' not allowed.*", "the key '$1' stands twice in a context"),
          kind("Malformed at-literal: (.*)", "$1 is no date, time or duration"),
          kind(
              "Unary test '(.*?)' does not return a boolean result.*",
              "the test '$1' is neither true nor false"),
          kind(
              "Value '?(.*?)'? is not comparable with range '?(.*?)'?",
              "$1 cannot be compared with the range $2"),
          kind("Cyclic dependency detected for node '(.*?)'.*", "'$1' needs itself"),
          kind(
              "Decision table with multiple outputs on node '(.*?)' requires a (name|type reference)"
                  + ".*",
              "each output of the table '$1' needs a $2"),
          kind(
              "Decision table '(.*?)' with hit policy Priority requires.*",
              "the table '$1' has the hit policy PRIORITY: its output needs its values in order"),
          kind(
              "Missing (?:decision logic )?expression for (?:Decision )?Node '(.*?)'.*",
              "'$1' has neither a table nor an expression"),
          kind(
              "(?:Unable to resolve type|Type) reference '(.*?)'.* on node '(.*?)'.*",
              "'$2' names the type '$1', which is not known: declare it as an item definition"),
          kind(
              "Required (?:dependency|input|[Dd]ecision|Business Knowledge Model) '(.*?)' not found"
                  + " .*'(.*?)'.*",
              "'$2' needs '$1', which is not there"),
          kind(
              "Variable name '(.*?)' does not match the .* node name '(.*?)'.*",
              "the variable of '$2' has another name: '$1'"),
          kind("Duplicate node name '(.*?)'.*", "the name '$1' stands twice"),
          kind(
              "Error while evaluating node '(.*?)': the declared result type is '(.*?)' but the"
                  + " actual value '(.*?)' is not.*",
              "'$1' answers $3, which is not of its type $2"),
          kind(
              "Error while evaluating node '(.*?)' for dependency '(.*?)': the dependency value"
                  + " '(.*?)' is not allowed.*",
              "'$1' gets '$2' as $3, which its type does not allow"),
          kind(
              "Unable to evaluate decision '(.*?)' as it depends on decision '(.*?)'",
              "'$1' has no answer, since '$2' has none"));

  /** Those in which the engine speaks of a FEEL text, and says behind a colon what is wrong. */
  private static final Pattern OF_TEXT =
      Pattern.compile(
          "Error compiling FEEL expression '(.*?)' (?:for name '.*?' on node|on decision table)"
              + " '(.*?)'(?:, (?:rule|input clause|output clause) #\\d+)?:? (.*)",
          Pattern.DOTALL);

  private EngineWords() {}

  /** What it says, in one sentence without an end. */
  public static String of(String message) {
    String said = unframed(message);
    said = Shown.line(TYPE.matcher(said).replaceAll("$1"));
    Matcher ofText = OF_TEXT.matcher(said);
    if (ofText.matches()) {
      return "in '%s' the text '%s' cannot be read: %s"
          .formatted(ofText.group(2), Shown.piece(ofText.group(1)), of(ofText.group(3)));
    }
    for (Kind kind : KINDS) {
      Matcher matcher = kind.pattern().matcher(said);
      if (matcher.matches()) {
        return matcher.replaceFirst(kind.words());
      }
    }
    String rest = CLASS.matcher(said).replaceAll("");
    return rest.isBlank() || rest.equals("null")
        ? "the engine breaks off there and does not say why"
        : "the engine says: " + Shown.piece(rest, MOST);
  }

  /** What it says, without what it puts around that. */
  public static String unframed(String message) {
    return FRAME.matcher(String.valueOf(message)).replaceAll("").strip();
  }

  private static Kind kind(String pattern, String words) {
    return new Kind(Pattern.compile(pattern, Pattern.DOTALL), words);
  }

  /** How the engine says something, and what it means. */
  private record Kind(Pattern pattern, String words) {}
}
