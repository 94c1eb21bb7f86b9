package org.parley.knowledge;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

/**
 * Which characters the bytes of a file are. Decided once, so that no two readers of a file can see
 * different texts in it; of XML only encodings are read in which markup looks like markup.
 */
public final class Encoding {
  private static final int PROLOG = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
  private static final Pattern READ =
      Pattern.compile("utf-?8|us-ascii|iso-8859-\\d+|windows-125\\d");
  private static final char MARK = '\uFEFF';

  private Encoding() {}

  /**
   * The encoding of an XML file: what its first bytes say, else what it declares, else UTF-8.
   *
   * @throws ParleyException if it declares one that is not read
   */
  public static Charset ofXml(String file, byte[] content) {
    String prolog =
        new String(content, 0, Math.min(PROLOG, content.length), StandardCharsets.ISO_8859_1);
    if (prolog.startsWith("\u00FE\u00FF") || prolog.startsWith("\0<\0?")) {
      return StandardCharsets.UTF_16BE;
    }
    if (prolog.startsWith("\u00FF\u00FE") || prolog.startsWith("<\0?\0")) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared = DECLARED.matcher(prolog);
    if (prolog.startsWith("\u00EF\u00BB\u00BF") || !declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1);
    if (!READ.matcher(name.toLowerCase(Locale.ROOT)).matches() || !Charset.isSupported(name)) {
      throw refused(
          file,
          1,
          "declares the encoding '%s', which is not read or not its own: save it as UTF-8"
              .formatted(name));
    }
    return Charset.forName(name);
  }

  /**
   * The text of an XML file, without a byte order mark.
   *
   * @throws ParleyException if it is no text in its encoding
   */
  public static String xml(String file, byte[] content) {
    return text(file, content, ofXml(file, content));
  }

  /**
   * The text of a file in UTF-8, without a byte order mark.
   *
   * @throws ParleyException if it is none, or has control characters in it
   */
  public static String utf8(String file, byte[] content) {
    String text = text(file, content, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        throw refused(
            file,
            line(text.substring(0, i)),
            "the character U+%04X is not allowed in a text".formatted((int) c));
      }
    }
    return text;
  }

  private static String text(String file, byte[] content, Charset charset) {
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result =
        charset.newDecoder().decode(ByteBuffer.wrap(content), decoded, /* endOfInput= */ true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      throw refused(
          file, line(text), "not %s text from here on: save it as UTF-8".formatted(charset.name()));
    }
    return text.indexOf(MARK) == 0 ? text.substring(1) : text;
  }

  /** The line that a text ends on. */
  private static int line(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  private static ParleyException refused(String file, int line, String message) {
    return new ParleyException(new Problem(Place.of(file, line), message));
  }
}
