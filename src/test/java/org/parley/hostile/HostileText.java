package org.parley.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** FEEL that leaves a marker when it is evaluated, plainly or in disguise. */
final class HostileText {
  private static final String CLASS = "org.parley.hostile.Marker";

  /** Expressions that evaluate what they hold, at least in part. */
  private static final List<String> DISGUISES =
      List.of(
          "(%s)",
          "[%s]",
          "[%s][1]",
          "[1, 2][%s = null]",
          "{a: %s}",
          "{a: %s}.a",
          "{a: 1, \"b c\": %s}",
          "if %s = null then \"weak\" else \"strong\"",
          "if false then 1 else %s",
          "for i in [1] return %s",
          "for i in [%s] return i",
          "some i in [1] satisfies %s = null",
          "every i in [%s] satisfies i = null",
          "count([%s])",
          "string(%s)",
          "not(%s = null)",
          "%s = null and true",
          "true or %s = null",
          "\"a\" + %s",
          "1 = %s",
          "%s in (\"a\", \"b\")",
          "%s between 1 and 2",
          "%s instance of string",
          "is(%s, 1)",
          "list contains([%s], 1)",
          "get value({a: %s}, \"a\")",
          "context put({}, \"a\", %s)",
          "{g: function(a) %s, h: g(1)}",
          "sort([2, 1], function(a, b) %s = null)",
          "/* harmless */ %s",
          "min(%s, 1)",
          "append([], %s)");

  private HostileText() {}

  /**
   * A text.
   *
   * @param marker the file that it would leave
   */
  static String of(Path marker, RandomGenerator random) {
    String text = plain(marker, random.nextInt(7));
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      text = DISGUISES.get(random.nextInt(DISGUISES.size())).formatted(text);
    }
    return text;
  }

  private static String plain(Path marker, int variant) {
    String file = marker.toString().replace("\\", "\\\\");
    String call = calling('"' + CLASS + '"', file);
    return switch (variant) {
      case 0 -> call;
      case 1 -> call + ".r";
      case 2 -> calling("\"org.parley.hostile.\\u004darker\"", file);
      case 3 -> calling("\"org.parley.\" + \"hostile.Marker\"", file);
      case 4 -> call.replace("external", "/* in all honesty */ external");
      // texts that are parsed and evaluated at run time
      case 5 ->
          ("{t: decision table(outputs: \"o\", input expression list: [\"%s\"], rule list:"
                  + " [[\"-\", \"1\"]], hit policy: \"U\"), r: t(1)}")
              .formatted(call.replace("\"", "\\\""));
      default -> "range(\"[date(%s)..2]\")".formatted(call.replace("\"", "\\\""));
    };
  }

  private static String calling(String type, String file) {
    return ("{f: function(s) external {java: {class: %s, method signature:"
            + " \"leave(java.lang.String)\"}}, r: f(\"%s\")}")
        .formatted(type, file);
  }
}
