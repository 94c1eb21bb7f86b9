package org.parley.knowledge;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Problem;

/**
 * Which characters the bytes of an XML file are. Decided once, so that no two readers of a file can
 * see different texts in it; only encodings in which markup looks like markup are read.
 */
public final class XmlEncoding {
  private static final int PROLOG = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
  private static final Pattern READ =
      Pattern.compile("utf-?8|us-ascii|iso-8859-\\d+|windows-125\\d");
  private static final char MARK = '\uFEFF';

  private XmlEncoding() {}

  /**
   * The encoding of a file: what its first bytes say, else what it declares, else UTF-8.
   *
   * @throws ParleyException if it declares one that is not read
   */
  public static Charset of(String file, byte[] content) {
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
    String name = declared.group(1);
    if (!READ.matcher(name.toLowerCase(Locale.ROOT)).matches() || !Charset.isSupported(name)) {
      throw refused(
          new Problem(
              file,
              1,
              0,
              "",
              "declares the encoding '%s', which is not read or not its own: save it as UTF-8"
                  .formatted(name)));
    }
    return Charset.forName(name);
  }

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws ParleyException if it is no text in its encoding
   */
  public static String text(String file, byte[] content) {
    Charset charset = of(file, content);
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CoderResult result =
        charset.newDecoder().decode(ByteBuffer.wrap(content), decoded, /* endOfInput= */ true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      throw refused(
          new Problem(
              file,
              1 + (int) text.chars().filter(c -> c == '\n').count(),
              0,
              "",
              "not %s text from here on: save it as UTF-8".formatted(charset.name())));
    }
    return text.indexOf(MARK) == 0 ? text.substring(1) : text;
  }

  private static int at(byte[] content, int index) {
    return index < content.length ? content[index] & 0xFF : -1;
  }

  private static ParleyException refused(Problem problem) {
    return new ParleyException(List.of(problem.as(Problem.Kind.MALFORMED_MODEL)));
  }
}
