package org.parley.author.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.Problem;
import org.parley.author.sheet.CaseSheetImport.CaseCellChange;
import org.parley.author.sheet.CaseSheetImport.CaseConflict;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Days;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/**
 * What an edited sheet makes of one case: what is edited in it, taken over into what its file says.
 */
final class CaseEdit {
  private final CaseSheet sheet;
  private final Vocabulary vocabulary;
  private final Map<String, Object> before;
  private final Side side;
  private final Findings found;
  private final Map<CaseCells.Key, String> inFile;
  private final Map<CaseCells.Key, String> edits = new LinkedHashMap<>();
  // null where the sheet cannot tell what it was made from
  private final Map<String, List<String>> prints;
  private final Optional<CaseSaid> last;
  private final Map<CaseCells.Key, String> said = new LinkedHashMap<>();
  private final List<String> setBack = new ArrayList<>();
  private CaseEvents events;

  /** Where to add what is found. */
  record Findings(
      List<Problem> problems,
      List<String> notes,
      List<CaseConflict> conflicts,
      List<CaseCellChange> changes) {

    /** What is wrong with a cell; of one that is wrong already nothing more is told. */
    void wrong(Problem problem) {
      if (problems.stream().noneMatch(p -> p.place().equals(problem.place()))) {
        problems.add(problem);
      }
    }
  }

  /**
   * @param before what the file says; empty for a new case
   * @param last what this sheet said when it was last saved
   * @param side whose words count where both have edited a cell; {@code null} to list it
   */
  CaseEdit(
      CaseSheet sheet,
      Vocabulary vocabulary,
      Map<String, Object> before,
      Optional<CaseSaid> last,
      Side side,
      Findings found) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
    this.before = before;
    this.side = side;
    this.found = found;
    this.inFile = CaseCells.of(before, vocabulary);
    this.last = last;
    this.prints = before.isEmpty() || !sheet.hasFingerprint() ? null : sheet.prints();
  }

  /** What the file shall say. */
  Map<String, Object> edited() {
    if (prints == null && last.isEmpty() && !before.isEmpty()) {
      found
          .notes()
          .add(
              "%s does not say any more what it was made from: what a colleague has changed in %s since is told from no edit"
                  .formatted(sheet.grid().name(), sheet.id()));
    }
    sheet.cells().forEach(this::compare);
    noteMissingLines();
    noteSetBack();
    Map<String, Object> now = new LinkedHashMap<>(before);
    now.put(CaseCells.ID, sheet.id());
    head(now);
    facts(now);
    if (sheet.events() != null) {
      events = new CaseEvents(sheet, vocabulary, before, prints, last, side, found);
      set(now, CaseCells.EVENTS, events.merged());
    }
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String key : CaseFiles.keys()) {
      if (now.containsKey(key)) {
        ordered.put(key, now.get(key));
      }
    }
    return ordered;
  }

  /** What the sheet says, for its next import; empty where it says what it was made from. */
  Optional<CaseSaid> says() {
    Map<String, String> cells = new LinkedHashMap<>(last.map(CaseSaid::cells).orElse(Map.of()));
    said.forEach(
        (key, text) -> {
          String print = CaseCells.print(List.of(text));
          if (last.isPresent()
              || prints == null
              || !print.equals(exported(prints, vocabulary, key))) {
            cells.put(key.print(), print);
          }
        });
    CaseSaid now =
        new CaseSaid(
            cells,
            events == null ? last.map(CaseSaid::events).orElse(Map.of()) : events.saidByOrigin(),
            events == null ? last.map(CaseSaid::added).orElse(List.of()) : events.saidAnew());
    boolean same =
        last.map(now::equals)
            .orElse(
                cells.isEmpty()
                    && now.added().isEmpty()
                    && (events == null || events.areAsExported()));
    return same ? Optional.empty() : Optional.of(now);
  }

  /** What was edited, saved and then set back is told from an old copy of the sheet by nothing. */
  private void noteSetBack() {
    if (!setBack.isEmpty()) {
      found
          .notes()
          .add(
              "%s says what it said when it was exported of '%s': what was saved from it since stays in %s; 'parley undo' takes it back, and so does a new export that is edited"
                  .formatted(sheet.grid().name(), String.join("', '", setBack), sheet.id()));
    }
  }

  /** A sheet shows every fact; of CSV only the columns that are there are meant. */
  private void noteMissingLines() {
    if (sheet.events() == null) {
      return;
    }
    List<String> missing =
        vocabulary.facts().stream()
            .map(FactType::name)
            .filter(f -> inFile.containsKey(new CaseCells.Key(f, CaseCells.VALUE)))
            .filter(f -> !sheet.cells().containsKey(new CaseCells.Key(f, CaseCells.VALUE)))
            .toList();
    if (!missing.isEmpty()) {
      found
          .notes()
          .add(
              "%s has no line for '%s', which stays as it is: to take a fact out, empty its value"
                  .formatted(sheet.grid().name(), String.join("', '", missing)));
    }
  }

  private void compare(CaseCells.Key key, CaseSheet.Said cell) {
    String file = inFile.getOrDefault(key, "");
    String theirs = CaseCells.print(List.of(file));
    String origin = prints == null ? theirs : exported(prints, vocabulary, key);
    String base = last.map(s -> saved(s, vocabulary, key)).filter(p -> !p.isEmpty()).orElse(origin);
    String text =
        key.equals(CaseCells.Key.of(CaseCells.AS_OF))
            ? TypedDay.read(
                cell.text(),
                day -> List.of(base, origin, theirs).contains(CaseCells.print(List.of(day))))
            : key.part().equals(CaseCells.VALUE) ? today(key.fact(), cell.text()) : cell.text();
    String mine = CaseCells.print(List.of(text));
    String word = said(vocabulary, key, text);
    said.put(key, word);
    if (mine.equals(theirs)
        || List.of(mine, CaseCells.print(List.of(word))).contains(base)
        || wasExportedAs(key, base, cell)) {
      return;
    }
    if (mine.equals(origin) || wasExportedAs(key, origin, cell)) {
      if (prints != null && theirs.equals(base)) {
        setBack.add(key.fact().isEmpty() ? key.part() : key.fact());
      }
      return;
    }
    if (!theirs.equals(base) && !isSaidAnew(key, base, file) && side != Side.MINE) {
      if (side == null) {
        found.conflicts().add(new CaseConflict(sheet.id(), key.fact(), "", key.part(), text, file));
      }
      return;
    }
    edits.put(key, text);
    if (key.fact().isEmpty() && CaseCells.isList(key.part())) {
      tellEntries(key.part(), file, text);
    } else {
      found.changes().add(new CaseCellChange(key.fact(), "", key.part(), file, text));
    }
  }

  /** Of a list only the entries are told that come, go or change. */
  private void tellEntries(String key, String file, String text) {
    List<Object> gone = new ArrayList<>(several(key, file));
    List<Object> come = new ArrayList<>(several(key, text));
    several(key, text).forEach(gone::remove);
    several(key, file).forEach(come::remove);
    if (gone.isEmpty() && come.isEmpty()) {
      found.changes().add(new CaseCellChange("", "", key, file, text));
    }
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      found
          .changes()
          .add(
              new CaseCellChange(
                  "",
                  "",
                  key,
                  i < gone.size() ? gone.get(i).toString() : "",
                  i < come.size() ? come.get(i).toString() : ""));
    }
  }

  /** What the cell said when the sheet was made; an older sheet may call its fact otherwise. */
  static String exported(
      Map<String, List<String>> prints, Vocabulary vocabulary, CaseCells.Key key) {
    return everCalled(vocabulary, key).stream()
        .map(prints::get)
        .filter(p -> p != null)
        .findFirst()
        .orElse(List.of(CaseCells.print(List.of(""))))
        .get(0);
  }

  /** What the cell said when the sheet was last saved; empty where it said what it was made of. */
  static String saved(CaseSaid last, Vocabulary vocabulary, CaseCells.Key key) {
    return everCalled(vocabulary, key).stream()
        .map(last.cells()::get)
        .filter(p -> p != null)
        .findFirst()
        .orElse("");
  }

  private static List<String> everCalled(Vocabulary vocabulary, CaseCells.Key key) {
    List<String> names = new ArrayList<>(List.of(key.fact()));
    vocabulary.fact(key.fact()).ifPresent(f -> names.addAll(f.formerly().names()));
    return names.stream().map(name -> new CaseCells.Key(name, key.part()).print()).toList();
  }

  /** A text as the file writes it, its words in the letters of the vocabulary. */
  static String said(Vocabulary vocabulary, CaseCells.Key key, String text) {
    if (key.part().equals(CaseCells.CONFIDENCE)) {
      return like(text, Labelled.labels(Confidence.class));
    }
    if (key.fact().isEmpty()) {
      return CaseCells.isList(key.part())
          ? several(key.part(), text).stream()
              .map(Object::toString)
              .collect(Collectors.joining(CaseCells.between(key.part())))
          : text;
    }
    return key.part().equals(CaseCells.VALUE)
        ? vocabulary.fact(key.fact()).map(f -> today(f, text)).orElse(text)
        : text;
  }

  /** Whether an old sheet says, in a word that was used then, what it said. */
  private static boolean wasExportedAs(CaseCells.Key key, String base, CaseSheet.Said cell) {
    return key.part().equals(CaseCells.VALUE) && CaseCells.print(List.of(cell.text())).equals(base);
  }

  /** Whether the file says what the sheet was made from, and only the word is another now. */
  private boolean isSaidAnew(CaseCells.Key key, String base, String file) {
    return key.part().equals(CaseCells.VALUE)
        && vocabulary.fact(key.fact()).stream()
            .flatMap(f -> f.formerly().values().entrySet().stream())
            .anyMatch(
                v ->
                    v.getValue().equals(file) && CaseCells.print(List.of(v.getKey())).equals(base));
  }

  /** A value as it is called now, in the letters of the vocabulary. */
  private String today(String fact, String text) {
    return vocabulary.fact(fact).map(type -> today(type, text)).orElse(text);
  }

  static String today(FactType type, String text) {
    String word = like(text, type.values());
    return type.formerly().now(word).orElse(word);
  }

  private void wrong(CaseSheet.Said cell, String message) {
    found.wrong(sheet.problem(cell, message));
  }

  private void head(Map<String, Object> now) {
    for (String key : CaseCells.HEAD) {
      String text = edits.get(CaseCells.Key.of(key));
      if (text == null) {
        continue;
      }
      CaseSheet.Said cell = sheet.cells().get(CaseCells.Key.of(key));
      if (key.equals(CaseCells.AS_OF) && text.isEmpty()) {
        found.problems().add(sheet.located("'%s' is missing".formatted(key)));
      } else if (key.equals(CaseCells.AS_OF)) {
        Optional<LocalDate> day = Days.parse(text);
        day.ifPresentOrElse(d -> now.put(key, d), () -> wrong(cell, Days.objection(key, text)));
      } else if (CaseCells.OF_SIDES.contains(key)) {
        Map<String, Object> sides = new LinkedHashMap<>();
        CaseCells.map(now.get(CaseCells.SIDES)).forEach((k, v) -> sides.put(k.toString(), v));
        set(sides, key, several(key, text));
        set(now, CaseCells.SIDES, sides);
      } else if (CaseCells.isList(key)) {
        set(now, key, several(key, text));
      } else {
        set(now, key, text);
      }
    }
  }

  private void facts(Map<String, Object> now) {
    Map<?, ?> old = CaseCells.map(now.get(CaseCells.FACTS));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (FactType type : vocabulary.facts()) {
      boolean edited =
          CaseCells.OF_FACT.stream()
              .anyMatch(part -> edits.containsKey(new CaseCells.Key(type.name(), part)));
      if (edited) {
        fact(type).ifPresent(fact -> facts.put(type.name(), fact));
      } else if (old.containsKey(type.name())) {
        facts.put(type.name(), old.get(type.name()));
      }
    }
    set(now, CaseCells.FACTS, facts);
  }

  private Optional<Object> fact(FactType type) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (String part : CaseCells.OF_FACT) {
      CaseCells.Key key = new CaseCells.Key(type.name(), part);
      boolean edited = edits.containsKey(key);
      String text = edited ? edits.get(key) : inFile.getOrDefault(key, "");
      CaseSheet.Said cell = sheet.cells().get(key);
      if (part.equals(CaseCells.VALUE) && text.isEmpty() && !edited && side == Side.MINE) {
        // a colleague took the fact out, and what was written here counts
        text = cell == null ? "" : cell.text();
      }
      if (edited && !text.isEmpty() && part.equals(CaseCells.VALUE)) {
        type.objection(text).ifPresent(why -> wrong(cell, why.message()));
      } else if (edited && !text.isEmpty() && part.equals(CaseCells.CONFIDENCE)) {
        List<String> legal = Labelled.labels(Confidence.class);
        text = like(text, legal);
        if (!legal.contains(text)) {
          wrong(cell, Nearest.notAValue(text, part, legal));
        }
      }
      if (!text.isEmpty()) {
        boolean number =
            part.equals(CaseCells.VALUE)
                && type.kind() == FactType.Kind.NUMBER
                && text.matches("0|-?[1-9]\\d{0,8}");
        parts.put(part, number ? (Object) Integer.valueOf(text) : text);
      }
    }
    if (!parts.containsKey(CaseCells.VALUE)) {
      // without its value a fact goes, unless somebody has just written why
      CaseCells.OF_FACT.stream()
          .map(part -> new CaseCells.Key(type.name(), part))
          .filter(key -> !edits.getOrDefault(key, "").isEmpty())
          .findFirst()
          .ifPresent(
              key ->
                  wrong(
                      sheet.cells().get(key),
                      "'%s' has a %s but no value".formatted(type.name(), key.part())));
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.get(CaseCells.VALUE) : parts);
  }

  /** The legal word that a text is, whatever its capitals and blanks. */
  static String like(String text, List<String> legal) {
    String word = SheetWords.blanks(text).strip();
    List<String> alike = legal.stream().filter(l -> l.equalsIgnoreCase(word)).toList();
    return legal.contains(word) ? word : alike.size() == 1 ? alike.get(0) : text;
  }

  static List<Object> several(String key, String text) {
    return Arrays.stream(text.split(key.equals(CaseCells.SOURCES) ? "\n" : "[;\n]"))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .map(Object.class::cast)
        .toList();
  }

  static void set(Map<String, Object> outline, String key, Object value) {
    if (value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
      outline.remove(key);
    } else {
      outline.put(key, value);
    }
  }
}
