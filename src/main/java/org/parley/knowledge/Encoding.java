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
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String SAY = "; if that is right, say --encoding " + WINDOWS.name();
  private static final int LAST_OF_ASCII = 0x7F;
  private static final int AROUND = 20;
  private static final int REPLACEMENT = 0xFFFD;
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
    return text(file, content, ofXml(file, content), "");
  }

  /**
   * The encoding of a CSV file: UTF-16 where its first bytes say so, else UTF-8.
   *
   * @param content of the file
   */
  public static Charset ofCsv(byte[] content) {
    String start = new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FE\u00FF") || start.matches("\\x00[^\\x00]\\x00[^\\x00]")) {
      return StandardCharsets.UTF_16BE;
    }
    return start.startsWith("\u00FF\u00FE") || start.matches("[^\\x00]\\x00[^\\x00]\\x00")
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  /**
   * The text of a CSV file, without a byte order mark.
   *
   * @throws ParleyException if it is in another encoding than UTF-8 and UTF-16, or has control
   *     characters in it
   */
  public static String csv(String file, byte[] content) {
    return csv(file, content, ofCsv(content), "");
  }

  /**
   * The same, of a file that may be in an encoding that somebody named. One that begins with a byte
   * order mark, or has letters that only UTF-8 writes so, stays what it is: of the files of a
   * folder a program may have saved one otherwise.
   *
   * @param other the encoding of what is neither; {@code null} where nobody has named one
   * @throws ParleyException if it is no text, or has control characters in it
   */
  public static String csvOr(String file, byte[] content, Charset other) {
    Charset own = ofCsv(content);
    boolean named = other != null && own.equals(StandardCharsets.UTF_8) && !saysItIsUtf8(content);
    return csv(file, content, named ? other : own, other == null ? SAY : "");
  }

  private static boolean saysItIsUtf8(byte[] content) {
    CharBuffer decoded = CharBuffer.allocate(content.length);
    boolean error =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(content), decoded, /* endOfInput= */ true)
            .isError();
    String text = decoded.flip().toString();
    return text.indexOf(MARK) == 0 || (!error && text.chars().anyMatch(c -> c > LAST_OF_ASCII));
  }

  /**
   * @param advice what to say behind how a line would read in the encoding of Windows
   */
  private static String csv(String file, byte[] content, Charset charset, String advice) {
    String text = text(file, content, charset, advice);
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

  private static String text(String file, byte[] content, Charset charset, String advice) {
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result =
        charset.newDecoder().decode(ByteBuffer.wrap(content), decoded, /* endOfInput= */ true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      throw refused(
          file,
          line(text),
          "not %s text from here on%s"
              .formatted(
                  charset.name(),
                  charset.equals(StandardCharsets.UTF_8)
                      ? asWindows(content, text, advice)
                      : ": save it as UTF-8"));
    }
    return text.indexOf(MARK) == 0 ? text.substring(1) : text;
  }

  /** How a program of Windows would have meant the line that is no UTF-8. */
  private static String asWindows(byte[] content, String before, String advice) {
    int from = before.lastIndexOf('\n') + 1;
    int start = before.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
    int end = start;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    String line = new String(content, start, end - start, WINDOWS).strip();
    int at = Math.min(before.length() - from, line.length());
    String part = line.substring(Math.max(0, at - AROUND), Math.min(line.length(), at + AROUND));
    return line.chars().allMatch(c -> c >= ' ' && c != REPLACEMENT)
        ? ": save it as UTF-8; as %s it would read '%s'%s".formatted(WINDOWS.name(), part, advice)
        : ": save it as UTF-8";
  }

  /** The line that a text ends on. */
  private static int line(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  private static ParleyException refused(String file, int line, String message) {
    return new ParleyException(new Problem(Place.of(file, line), message));
  }
}
