package org.parley.author.save;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import org.parley.ParleyException;
import org.parley.knowledge.Encoding;

/**
 * The text of an XML or CSV file in its encoding, byte order mark kept apart.
 *
 * @param file the name of the file, for messages
 * @param charset its encoding
 * @param mark the byte order mark, or an empty string
 * @param text what follows it
 */
record EncodedText(String file, Charset charset, String mark, String text) {
  private static final String MARK = "\uFEFF";

  static EncodedText of(String file, byte[] content) {
    Charset charset =
        file.endsWith(".csv") ? Encoding.ofCsv(content) : Encoding.ofXml(file, content);
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

  private static ParleyException refused(String file, String message, Exception cause) {
    ParleyException refused = ParleyException.in(file, message);
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
