package org.parley.author.sheet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How the sheets look: the colours and lines that they share. */
final class Look {
  static final String FONT = "Calibri";
  static final int FONT_SIZE = 11;
  static final String INK = "1F2933";
  static final String FAINT = "66707B";
  static final String LINE = "D5DBE1";
  static final String WHITE = "FFFFFF";
  static final String LINK = "1D5C8F";
  static final int TITLE_SIZE = 16;

  /** The parts of a table, each with a strong and a light tone. */
  enum Part {
    WHEN("2C5F7C", "E4EEF4"),
    THEN("8A5A14", "F8EEDC"),
    BECAUSE("55606B", "EDEFF1");

    private final String strong;
    private final String light;

    Part(String strong, String light) {
      this.strong = strong;
      this.light = light;
    }

    String strong() {
      return strong;
    }

    String light() {
      return light;
    }
  }

  // dark enough for white letters
  private static final List<String> MODELS =
      List.of("2C5F7C", "8A5A14", "3E6B4F", "7A3E5C", "4B4E8F", "8C4A2F", "2F6F73", "6B6424");

  private static final double LINE_HEIGHT = 15;
  // no spreadsheet has a higher row
  private static final double HIGHEST = 409;
  // letters of usual text in a column, of its width in digits
  private static final double LETTERS = 1.02;
  // in inches
  private static final float SIDE_MARGIN = 0.4f;
  private static final int FOOTER_SIZE = 9;
  // so many digits stand side by side on a page, in the smallest letters that can be read
  private static final int SMALLEST_PAGE = 210;

  private Look() {}

  /** A colour for each of some models. */
  static Map<String, String> colours(Collection<String> models) {
    Map<String, String> colours = new LinkedHashMap<>();
    for (String model : models) {
      int next = colours.size() % MODELS.size();
      colours.computeIfAbsent(model, m -> MODELS.get(next));
    }
    return colours;
  }

  /** The height of a row whose cells have this many lines at most. */
  static double height(int lines) {
    return Math.min(HIGHEST, LINE_HEIGHT * lines + 3);
  }

  /** The height that the texts of a row need, each in a column of its width. */
  static double height(List<String> texts, List<Integer> widths) {
    int lines = 1;
    for (int i = 0; i < texts.size(); i++) {
      lines = Math.max(lines, lines(texts.get(i), widths.get(i)));
    }
    return height(lines);
  }

  /** How many lines a text takes in a column, as far as one can tell without its font. */
  static int lines(String text, int width) {
    int perLine = (int) (width * LETTERS);
    return text.lines().mapToInt(l -> l.length() / perLine + 1).sum();
  }

  static void title(Worksheet sheet, int row, int column) {
    sheet.style(row, column).bold().fontSize(TITLE_SIZE).fontColor(INK).set();
    sheet.rowHeight(row, 26);
  }

  static void band(Range range, Part part) {
    range
        .style()
        .bold()
        .fontColor(WHITE)
        .fillColor(part.strong())
        .horizontalAlignment("left")
        .verticalAlignment("center")
        .indent(1)
        .set();
  }

  static void header(Range range, Part part) {
    edged(range)
        .bold()
        .fontColor(INK)
        .fillColor(part.light())
        .wrapText(true)
        .horizontalAlignment("left")
        .verticalAlignment("center")
        .indent(1)
        .set();
  }

  /** Cells that hold text as it is typed, wrapped, with a line below. */
  static void body(Range range, String format) {
    spare(edged(range), format);
  }

  /** Cells like those of the body, ready for new rows, without lines. */
  static void spare(Range range, String format) {
    spare(range.style(), format);
  }

  private static void spare(StyleSetter style, String format) {
    style
        .fontColor(INK)
        .format(format)
        .wrapText(true)
        .horizontalAlignment("left")
        .verticalAlignment("top")
        .indent(1)
        .set();
  }

  private static StyleSetter edged(Range range) {
    StyleSetter style = range.style();
    style.borderStyle(BorderSide.BOTTOM, BorderStyle.THIN).borderColor(BorderSide.BOTTOM, LINE);
    style.borderStyle(BorderSide.RIGHT, BorderStyle.THIN).borderColor(BorderSide.RIGHT, LINE);
    return style;
  }

  /**
   * On paper as above; a wide sheet goes over several pages side by side, with its first columns on
   * each, as far as its letters would be too small to read.
   *
   * @param widths of the columns, 0 for one that is hidden
   * @param lastRepeatedColumn the last of the first columns
   */
  static void paper(
      Worksheet sheet, int firstRepeated, int lastRepeated, int[] widths, int lastRepeatedColumn) {
    paper(sheet, firstRepeated, lastRepeated);
    int all = IntStream.of(widths).sum();
    if (all > SMALLEST_PAGE) {
      int repeated = IntStream.of(widths).limit(lastRepeatedColumn + 1L).sum();
      int room = Math.max(SMALLEST_PAGE - repeated, SMALLEST_PAGE / 3);
      sheet.fitToWidth((short) ((all - repeated + room - 1) / room));
      sheet.repeatCols(0, lastRepeatedColumn);
    }
  }

  /** On paper: landscape, as wide as a page, lines that come again on each. */
  static void paper(Worksheet sheet, int firstRepeated, int lastRepeated) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.leftMargin(SIDE_MARGIN);
    sheet.rightMargin(SIDE_MARGIN);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(firstRepeated, lastRepeated);
    sheet.footer("&A", Position.LEFT, FONT, FOOTER_SIZE);
    sheet.footer("Page &P of &N", Position.RIGHT, FONT, FOOTER_SIZE);
  }
}
