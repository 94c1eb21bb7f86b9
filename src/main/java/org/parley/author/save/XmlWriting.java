package org.parley.author.save;

import java.util.List;
import org.parley.ParleyException;

/** Writes text as the XML of one file writes it: its encoding, its line ends, its sections. */
final class XmlWriting {
  // no character of XML, so it stands for itself in no text
  private static final char SPLIT = '\uFFFF';

  private static final String OPENING = "<![CDATA[";
  private static final String CLOSING = "]]>";

  private final EncodedText file;
  private final String lineEnd;

  XmlWriting(EncodedText file) {
    this.file = file;
    this.lineEnd = file.lineEnd();
  }

  /** Text between tags. */
  String text(String value) {
    StringBuilder written = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                default -> written.append(needsReference(c) ? reference(c) : plain(c));
              }
            });
    return written.toString();
  }

  /** Text within a CDATA section. */
  String cdata(String value) {
    StringBuilder written = new StringBuilder();
    value
        .replace(CLOSING, "]]" + SPLIT + ">")
        .codePoints()
        .forEach(
            c -> {
              if (c == SPLIT) {
                written.append(CLOSING + OPENING);
              } else {
                written.append(needsReference(c) ? CLOSING + reference(c) + OPENING : plain(c));
              }
            });
    return written.toString();
  }

  /** An attribute's value between quotes. */
  String attribute(String value) {
    return text(value).replace("\"", "&quot;").replace("'", "&apos;").replace("\n", "&#10;");
  }

  /** Has the children of an element's {@code text} say something else. */
  void setText(Markup element, String value, Splices splices) {
    Markup text = element.first("text").orElse(null);
    if (element.text().equals(value)) {
      return;
    }
    if (text == null) {
      insertText(element, value, splices);
    } else {
      setValue(text, value, splices);
    }
  }

  /** Has an element without children say something else; comments and blanks around it stay. */
  void setValue(Markup element, String value, Splices splices) {
    List<Markup.Run> runs = element.runs().stream().filter(r -> !r.value().isBlank()).toList();
    if (!runs.isEmpty()) {
      replace(runs.get(0), value, splices);
      for (Markup.Run run : runs.subList(1, runs.size())) {
        int around = run.cdata() ? 1 : 0;
        splices.replace(
            run.start() - around * OPENING.length(), run.end() + around * CLOSING.length(), "");
      }
    } else if (element.isEmptyTag()) {
      splices.replace(
          element.start(), element.end(), opened(element) + text(value) + closing(element));
    } else {
      Markup.Run section =
          element.runs().stream().filter(Markup.Run::cdata).findFirst().orElse(null);
      splices.insert(
          section == null ? element.inside() : section.start(),
          section == null ? text(value) : cdata(value));
    }
  }

  /** Blanks at its ends stay. */
  private void replace(Markup.Run run, String value, Splices splices) {
    String own = file.text().substring(run.start(), run.end());
    int lead = own.length() - own.stripLeading().length();
    int trail = own.length() - own.stripTrailing().length();
    splices.replace(
        run.start() + lead, run.end() - trail, run.cdata() ? cdata(value) : text(value));
  }

  private void insertText(Markup element, String value, Splices splices) {
    String name = element.prefix() + "text";
    String inner = "<%s>%s</%s>".formatted(name, text(value), name);
    if (element.isEmptyTag()) {
      splices.replace(element.start(), element.end(), opened(element) + inner + closing(element));
    } else {
      splices.insert(element.inside(), inner);
    }
  }

  /** The start tag of an element that is written as one tag. */
  private String opened(Markup element) {
    String tag = file.text().substring(element.start(), element.inside());
    return tag.substring(0, tag.length() - 2).stripTrailing() + ">";
  }

  private static String closing(Markup element) {
    return "</%s%s>".formatted(element.prefix(), element.name());
  }

  private boolean needsReference(int c) {
    if (!isLegal(c)) {
      throw ParleyException.in(
          file.file(), "the character U+%04X cannot stand in a decision model".formatted(c));
    }
    return c == '\r' || !file.holds(c);
  }

  private static String reference(int c) {
    return "&#" + c + ";";
  }

  private String plain(int c) {
    return c == '\n' ? lineEnd : Character.toString(c);
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
