package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parley.author.save.Column;

/** A hidden sheet with the words that cells choose from; lists in cells hold few letters. */
final class ChoiceLists {
  static final String SHEET = "choices";

  private final Worksheet sheet;
  private final Map<List<String>, Range> lists = new LinkedHashMap<>();

  ChoiceLists(Workbook workbook) {
    sheet = workbook.newWorksheet(SHEET);
    sheet.setVisibilityState(VisibilityState.HIDDEN);
  }

  /** What a cell of an input column is offered. */
  static List<String> ofTest(Column column) {
    List<String> words = new ArrayList<>(List.of(SheetWords.ANY));
    words.addAll(column.values());
    return words;
  }

  /** Where a list of words stands; it is written once. */
  Range list(List<String> words) {
    return lists.computeIfAbsent(
        words,
        w -> {
          int column = lists.size();
          for (int i = 0; i < w.size(); i++) {
            sheet.value(i, column, CellMarks.write(w.get(i)));
            sheet.style(i, column).format("@").set();
          }
          return sheet.range(0, column, w.size() - 1, column);
        });
  }
}
