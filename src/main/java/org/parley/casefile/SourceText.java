package org.parley.casefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.parley.knowledge.Limit;

/** Turns the bytes of a file into text, and refuses what is too large or no text. */
final class SourceText {
  private static final String NOT_UTF_8 =
      "the file is not UTF-8 text from here on: save it as UTF-8";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Problems problems;

  SourceText(Problems problems) {
    this.problems = problems;
  }

  /** The text, without a byte order mark. */
  String decode(byte[] content) {
    if (content.length > Limit.CASE_FILE.most()) {
      throw problems.fatal(0, 0, Limit.CASE_FILE.exceeded());
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(content), decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      throw at(text, text.length(), NOT_UTF_8);
    }
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
  }

  /** Refuses characters that YAML does not allow, which the YAML reader reports without a line. */
  void checkPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPrintable(c)) {
        throw at(text, i, "the character U+%04X is not allowed in YAML".formatted((int) c));
      }
    }
  }

  /** Whether YAML allows a character (or half of a pair) as it is. */
  static boolean isPrintable(char c) {
    return (c >= ' ' && c < '\u007F')
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || c == '\u0085'
        || (c >= '\u00A0' && c <= '\uFFFD');
  }

  private RuntimeException at(String text, int offset, String message) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    int column = offset - text.lastIndexOf('\n', offset - 1);
    return problems.fatal(line, column, message);
  }
}
