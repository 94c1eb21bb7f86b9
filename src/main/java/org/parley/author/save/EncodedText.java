package org.parley.author.save;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Problem;

/**
 * The text of an XML file in the encoding that it declares, byte order mark kept apart.
 *
 * @param file the name of the file, for messages
 * @param charset its encoding
 * @param mark the byte order mark, or an empty string
 * @param text what follows it
 */
record EncodedText(String file, Charset charset, String mark, String text) {
  private static final String MARK = "\uFEFF";
  private static final int PROLOG = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");

  static EncodedText of(String file, byte[] content) {
    Charset charset = charset(file, content);
    String whole;
    try {
      whole = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refused(file, "is not text in the encoding " + charset.name() + " that it declares", e);
    }
    String mark = whole.startsWith(MARK) ? MARK : "";
    EncodedText decoded = new EncodedText(file, charset, mark, whole.substring(mark.length()));
    if (!Arrays.equals(decoded.bytes(), content)) {
      throw refused(
          file, "cannot be saved without a change to other places: store it as UTF-8 first", null);
    }
    return decoded;
  }

  EncodedText withText(String changed) {
    return new EncodedText(file, charset, mark, changed);
  }

  byte[] bytes() {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(mark + text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw refused(file, "has characters that its encoding does not have", e);
    }
  }

  /** Whether the encoding has a character. */
  boolean holds(int codePoint) {
    CharsetEncoder encoder = charset.newEncoder();
    return encoder.canEncode(Character.toString(codePoint));
  }

  /** How its lines end: what most of them do. */
  String lineEnd() {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  private static Charset charset(String file, byte[] content) {
    List<Integer> start =
        Arrays.asList(at(content, 0), at(content, 1), at(content, 2), at(content, 3));
    if (start.subList(0, 2).equals(List.of(0xFE, 0xFF))
        || start.equals(List.of(0, (int) '<', 0, (int) '?'))) {
      return StandardCharsets.UTF_16BE;
    }
    if (start.subList(0, 2).equals(List.of(0xFF, 0xFE))
        || start.equals(List.of((int) '<', 0, (int) '?', 0))) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared =
        DECLARED.matcher(
            new String(content, 0, Math.min(PROLOG, content.length), StandardCharsets.ISO_8859_1));
    if (start.subList(0, 3).equals(List.of(0xEF, 0xBB, 0xBF)) || !declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw refused(
          file, "declares the encoding '%s', which is not known".formatted(declared.group(1)), e);
    }
  }

  private static int at(byte[] content, int index) {
    return index < content.length ? content[index] & 0xFF : -1;
  }

  private static ParleyException refused(String file, String message, Exception cause) {
    ParleyException refused = new ParleyException(List.of(Problem.in(file, message)));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
