package org.parley.author.save;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to write the same model. */
enum Style {
  AS_SHIPPED,
  CRLF,
  PREFIXED,
  CDATA,
  DMN_1_2,
  DMN_1_4,
  DMN_1_5,
  DMN_1_6,
  LATIN_1,
  UTF_16,
  MARKED,
  COMMENTED,
  SPACED;

  private static final Pattern TEXT = Pattern.compile("<text>([^<]*)</text>");

  byte[] rewrite(String shipped) {
    return switch (this) {
      case AS_SHIPPED -> utf8(shipped);
      case CRLF -> utf8(shipped.replace("\n", "\r\n"));
      case PREFIXED ->
          utf8(
              shipped
                  .replaceAll("<(/?)([A-Za-z]+)(?=[\\s/>])", "<$1dmn:$2")
                  .replace("xmlns=", "xmlns:dmn="));
      case CDATA -> utf8(sections(shipped));
      case DMN_1_2 -> utf8(version(shipped, "http://www.omg.org/spec/DMN/20180521/", "DMNDI/"));
      case DMN_1_4 -> utf8(version(shipped, "https://www.omg.org/spec/DMN/20211108/", null));
      case DMN_1_5 -> utf8(version(shipped, "https://www.omg.org/spec/DMN/20230324/", "DMNDI/"));
      case DMN_1_6 ->
          utf8(
              version(shipped, "https://www.omg.org/spec/DMN/20240513/", null)
                  .replace("spec/DMN/20191111/DMNDI/", "spec/DMN/20230324/DMNDI/"));
      case LATIN_1 ->
          shipped
              .replace("encoding=\"UTF-8\"", "encoding='ISO-8859-1'")
              .getBytes(StandardCharsets.ISO_8859_1);
      case UTF_16 ->
          ("\uFEFF" + shipped.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\""))
              .getBytes(StandardCharsets.UTF_16LE);
      case MARKED -> utf8("\uFEFF" + shipped);
      case COMMENTED ->
          utf8(
              shipped
                  .replaceAll("( *)<rule id=\"([^\"]*)\">", "$1<!-- <rule> $2 -->\n$0")
                  .replaceAll("<(in|out)putEntry id=\"([^\"]*)\"><text>", "$0<!-- \"$2\" -->"));
      case SPACED ->
          utf8(
              shipped
                  .replaceAll("<rule id=\"([^\"]*)\">", "<rule\n  id = '$1' >")
                  .replaceAll("<text>([^<]*)</text>", "<text >\n\t$1\n</text >"));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String version(String shipped, String base, String diagram) {
    String other = shipped.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", base + "MODEL/");
    return diagram == null
        ? other
        : other.replace("https://www.omg.org/spec/DMN/20191111/" + diagram, base + diagram);
  }

  private static String sections(String shipped) {
    Matcher matcher = TEXT.matcher(shipped);
    return matcher.replaceAll(
        m ->
            Matcher.quoteReplacement(
                "<text><![CDATA["
                    + m.group(1).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
                    + "]]></text>"));
  }
}
