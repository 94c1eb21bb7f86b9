package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.knowledge.Vocabulary;

/** The sheet of a case whose file is gone: what it says is held against what it was made from. */
final class GoneCase {
  private final CaseSheet sheet;
  private final Vocabulary vocabulary;
  private final Map<String, List<String>> exported;
  private final Optional<CaseSaid> last;

  /**
   * @param last what the sheet said when it was last saved
   */
  GoneCase(CaseSheet sheet, Vocabulary vocabulary, Optional<CaseSaid> last) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
    this.exported = sheet.prints();
    this.last = last;
  }

  /** Whether somebody has edited it since it was made, or last saved. */
  boolean isEdited() {
    return sheet.cells().entrySet().stream().anyMatch(c -> isEdited(c.getKey(), c.getValue()))
        || (sheet.events() != null && areEventsEdited());
  }

  private boolean isEdited(CaseCells.Key key, CaseSheet.Said cell) {
    String base = CaseEdit.exported(exported, vocabulary, key);
    String saved = last.map(s -> CaseEdit.saved(s, vocabulary, key)).orElse(base);
    String text =
        key.equals(CaseCells.Key.of(CaseCells.AS_OF))
            ? TypedDay.read(cell.text(), day -> isOne(day, base, saved))
            : cell.text();
    return !isOne(text, base, saved) && !isOne(CaseEdit.said(vocabulary, key, text), base, saved);
  }

  private boolean areEventsEdited() {
    List<String> were = exported.getOrDefault(Fingerprint.id(CaseCells.EVENTS), List.of());
    List<CaseSheet.EventLine> lines = sheet.events();
    boolean asExported =
        lines.size() == were.size() && lines.stream().allMatch(l -> isOne(l, l.print()));
    return !asExported && !last.map(this::areAsSaved).orElse(false);
  }

  private boolean areAsSaved(CaseSaid saved) {
    return sheet.events().size() == saved.events().size() + saved.added().size()
        && sheet.events().stream()
            .allMatch(
                l ->
                    isOne(l, saved.events().getOrDefault(l.print(), ""))
                        || saved.added().stream().anyMatch(a -> isOne(l, a)));
  }

  private static boolean isOne(CaseSheet.EventLine line, String print) {
    List<String> texts = new ArrayList<>(line.texts());
    if (CaseCells.print(texts).equals(print)) {
      return true;
    }
    texts.set(
        0,
        TypedDay.read(
            texts.get(0),
            day -> {
              List<String> read = new ArrayList<>(texts);
              read.set(0, day);
              return CaseCells.print(read).equals(print);
            }));
    return CaseCells.print(texts).equals(print);
  }

  private static boolean isOne(String text, String base, String saved) {
    String print = CaseCells.print(List.of(text));
    return print.equals(base) || print.equals(saved);
  }
}
