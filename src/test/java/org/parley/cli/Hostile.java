package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that act on whoever looks at them, and what is looked for in all that is shown of them. */
final class Hostile {
  /** A title of a terminal, a colour, a bell, a line that is written over, and what XML lacks. */
  private static final String CONTROLS =
      "\u001b]0;owned\u0007\u001b[31mred\u001b[8m\u0000\b\r\u007f\u009b2J\u0085";

  /** Directions, blanks without width, tags, variants, separators, private and no characters. */
  private static final String UNSEEN =
      "\u202e\u2066\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u3164\ufe0f"
          + "\u2028\u2029\ue000\ufffe\ufff9"
          + Character.toString(0xE0041)
          + Character.toString(0xE0101);

  private Hostile() {}

  /** A text with all that XML can hold of it. */
  static String inXml() {
    return UNSEEN.replace("\ufffe", "") + "\u007f\u009b2J\u0085";
  }

  /** A text as YAML in double quotes. */
  static String yaml(String words) {
    return (words + CONTROLS + UNSEEN)
        .codePoints()
        .mapToObj(c -> c < ' ' || c > '~' ? "\\U%08X".formatted(c) : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  /** A case all of whose words are hostile. */
  static String caseFile() {
    return """
        id: %1$s
        title: %1$s
        conflict: %1$s
        as of: 1968-04-01
        deciding party: %1$s
        adversary: %1$s
        third party: %1$s
        sides: {ours: [%1$s], theirs: [%2$s]}
        summary: %1$s
        tags: [%1$s]
        facts:
          resilience signal: {value: strong, why: %1$s, source: %1$s, confidence: low}
          adversary confidence: {value: wavering, why: %1$s}
        events:
          - {date: 1968-01-30, type: offensive, by: %1$s, to: %2$s, note: %1$s, source: %1$s}
          - {date: 1968-03-31, type: overture, by: %2$s, to: %1$s, note: %1$s}
        sources: [%1$s]
        observed: {posture: open talks, third party: %1$s, note: %1$s, sources: [%1$s]}
        expected: {posture: closed posture, unofficial track: none}
        differs because: %1$s
        """
        .formatted(yaml("<b>x'"), yaml("other"));
  }

  /** That nothing in some bytes acts or hides, but line breaks. */
  static void assertInert(String what, byte[] bytes) {
    assertInert(what, new String(bytes, StandardCharsets.UTF_8));
  }

  static void assertInert(String what, String text) {
    String found =
        IntStream.concat(text.codePoints(), IntStream.of('\n'))
            .filter(c -> (c < ' ' && c != '\n') || (c > '~' && (CONTROLS + UNSEEN).indexOf(c) >= 0))
            .mapToObj("U+%04X"::formatted)
            .distinct()
            .collect(Collectors.joining(" "));
    assertThat(found).as("raw in " + what).isEmpty();
  }
}
