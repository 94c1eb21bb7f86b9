package org.parley.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The model of the small knowledge base, cut where its texts and values stand. */
final class SmallModel {
  private static final String WHOLE = SmallBase.text(SmallBase.MODEL);
  private static final List<MatchResult> PARTS =
      Pattern.compile("(?<=>)[^<>]+(?=</)|(?<==\")[^\"]*(?=\")|<\\w[^<>]*>|</\\w+>")
          .matcher(WHOLE)
          .results()
          .toList();

  /** The bytes of one edit. */
  private static final int EDIT = 5;

  private SmallModel() {}

  /**
   * It with some of its tags, values and texts replaced: by others of its own, by nothing, twice,
   * or by a text.
   */
  static String edited(byte[] edits) {
    List<String> own = new ArrayList<>(PARTS.stream().map(MatchResult::group).toList());
    for (int at = 0; at + EDIT <= edits.length; at += EDIT) {
      int place = number(edits, at) % own.size();
      int other = number(edits, at + 2) % own.size();
      int kind = edits[at + 4] & 0xff;
      if (kind < 100) {
        own.set(place, PARTS.get(other).group());
      } else if (kind < 150) {
        own.set(place, own.get(place).repeat(other % 3));
      } else if (!own.get(place).startsWith("<")) {
        int length = Math.min(kind - 150, edits.length - at - EDIT);
        own.set(place, escaped(new String(edits, at + EDIT, length, StandardCharsets.UTF_8)));
        at += length;
      }
    }
    return joined(own);
  }

  private static String joined(List<String> parts) {
    StringBuilder model = new StringBuilder();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      model.append(WHOLE, from, PARTS.get(i).start()).append(parts.get(i));
      from = PARTS.get(i).end();
    }
    return model.append(WHOLE.substring(from)).toString();
  }

  private static int number(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
