package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** Puts cases into a form that staff edit. */
public final class CaseSheetExport {
  static final String MARK = "case";
  static final String HEAD = "head";
  static final String FACT = "fact";
  static final String FINGERPRINT = "fingerprint";
  static final String INDEX = "index";
  static final String TITLE = "Cases";
  static final String TYPES = "event types";
  static final String TITLE_OF_TYPES = "Types of event";
  static final String HINTS = "how to code it";
  private static final int ROOM = 30;
  private static final int FIRST = 1;
  private static final int HINT = FIRST + 5;
  private static final List<Integer> WIDTHS = List.of(4, 24, 18, 38, 24, 28, 46, 22);
  private static final List<Integer> WIDTHS_OF_INDEX = List.of(16, 80, 36, 14);
  private static final List<Integer> WIDTHS_OF_TYPES = List.of(24, 24, 24, 60, 80);
  static final int WIDTH_OF_INDEX = WIDTHS_OF_INDEX.size();
  static final int WIDTH_OF_TYPES = WIDTHS_OF_TYPES.size();

  private final Vocabulary vocabulary;
  private final Map<Case, Map<String, Object>> outlines = new LinkedHashMap<>();

  /** Cases in the words of a vocabulary. */
  public CaseSheetExport(Vocabulary vocabulary, List<Case> cases) {
    this.vocabulary = vocabulary;
    CaseFiles files = new CaseFiles(vocabulary);
    cases.forEach(c -> outlines.put(c, files.outline(c)));
  }

  /** One CSV file with a row for each case and a column for each fact. */
  public String csv(CsvDialect dialect) {
    List<String> header = new ArrayList<>(List.of(CaseCells.ID));
    header.addAll(CaseCells.HEAD);
    vocabulary.facts().forEach(f -> header.add(CaseCells.heading(f, vocabulary)));
    header.add(FINGERPRINT);
    List<List<GridCell>> rows = new ArrayList<>();
    rows.add(header.stream().map(GridCell::text).toList());
    outlines.forEach(
        (subject, outline) -> {
          Map<CaseCells.Key, String> cells = CaseCells.of(outline, vocabulary);
          List<String> row = new ArrayList<>(List.of(subject.id()));
          CaseCells.HEAD.forEach(key -> row.add(cells.getOrDefault(CaseCells.Key.of(key), "")));
          vocabulary
              .facts()
              .forEach(
                  f ->
                      row.add(
                          cells.getOrDefault(new CaseCells.Key(f.name(), CaseCells.VALUE), "")));
          row.add(CaseCells.fingerprint(subject.id(), cells, List.of()));
          rows.add(row.stream().map(GridCell::text).toList());
        });
    return dialect.write(rows, header.size());
  }

  /** One spreadsheet (.xlsx) with a sheet for each case. */
  public byte[] xlsx() {
    return SameZip.of(this::write);
  }

  private void write(Workbook workbook) {
    SheetNames names = new SheetNames();
    Worksheet index = workbook.newWorksheet(names.of(INDEX));
    Worksheet types = workbook.newWorksheet(names.of(TYPES));
    names.of(ChoiceLists.SHEET);
    Map<Case, Worksheet> sheets = new LinkedHashMap<>();
    outlines.keySet().forEach(c -> sheets.put(c, workbook.newWorksheet(names.of(c.id()))));
    ChoiceLists choices = new ChoiceLists(workbook);
    index(index, sheets);
    types(types);
    sheets.forEach((subject, sheet) -> new Page(sheet, choices).write(subject));
  }

  private static void index(Worksheet sheet, Map<Case, Worksheet> sheets) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("case", "title", "conflict", "as of"));
    sheets
        .keySet()
        .forEach(
            c -> lines.add(List.of(c.id(), c.title(), c.conflict(), String.valueOf(c.asOf()))));
    lookUp(sheet, TITLE, lines, WIDTHS_OF_INDEX);
    int row = 2;
    for (Map.Entry<Case, Worksheet> entry : sheets.entrySet()) {
      sheet.hyperlink(
          row++,
          0,
          HyperLink.internal(
              "'%s'!B1".formatted(entry.getValue().getName().replace("'", "''")),
              CellMarks.write(entry.getKey().id())));
    }
    sheet.range(2, 0, Math.max(2, row - 1), 0).style().fontColor(Look.LINK).underlined().set();
  }

  private void types(Worksheet sheet) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("type", "by", "to", "details", "meaning"));
    for (EventType type : vocabulary.eventTypes().values()) {
      String details =
          type.details().entrySet().stream()
              .map(d -> d.getKey() + ": " + d.getValue().words(" | "))
              .collect(Collectors.joining("; "));
      lines.add(List.of(type.name(), type.by(), type.to(), details, type.meaning()));
    }
    lookUp(sheet, TITLE_OF_TYPES, lines, WIDTHS_OF_TYPES);
  }

  /**
   * A sheet to look things up in, which nobody reads back.
   *
   * @param lines the heading and what stands below it
   */
  private static void lookUp(
      Worksheet sheet, String title, List<List<String>> lines, List<Integer> widths) {
    LineMarks marks = new LineMarks(sheet, widths.size());
    sheet.value(0, 0, title);
    marks.mark(0, title);
    Look.title(sheet, 0, 0);
    int row = 1;
    for (List<String> texts : lines) {
      line(sheet, row, 0, texts);
      marks.mark(row, texts.toArray(String[]::new));
      if (row > 1) {
        sheet.rowHeight(row, Look.height(texts, widths));
      }
      row++;
    }
    int last = widths.size() - 1;
    Look.header(sheet.range(1, 0, 1, last), Look.Part.WHEN);
    Look.body(sheet.range(2, 0, Math.max(2, row - 1), last), "@");
    sheet.hideGridLines();
    widths(sheet, widths);
    sheet.freezePane(0, 2);
    Look.paper(sheet, 1, 1);
  }

  private static void widths(Worksheet sheet, List<Integer> widths) {
    for (int i = 0; i < widths.size(); i++) {
      sheet.width(i, widths.get(i));
    }
  }

  private static void line(Worksheet sheet, int row, int column, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        sheet.value(row, column + i, CellMarks.write(texts.get(i)));
      }
    }
  }

  /** The sheet of a case. */
  private final class Page {
    private final Worksheet sheet;
    private final ChoiceLists choices;
    private int row;

    private Page(Worksheet sheet, ChoiceLists choices) {
      this.sheet = sheet;
      this.choices = choices;
    }

    private void write(Case subject) {
      Map<CaseCells.Key, String> cells = CaseCells.of(outlines.get(subject), vocabulary);
      List<List<String>> events = CaseCells.events(outlines.get(subject), vocabulary);
      line(
          sheet,
          0,
          0,
          List.of(MARK + " " + CaseCells.fingerprint(subject.id(), cells, events), subject.id()));
      Look.title(sheet, 0, FIRST);
      row = 1;
      head(CaseCells.ID, subject.id());
      CaseCells.HEAD.forEach(key -> head(key, cells.getOrDefault(CaseCells.Key.of(key), "")));
      row++;
      header(
          CaseCells.FACTS,
          Stream.of(List.of(FACT), CaseCells.OF_FACT, List.of(HINTS))
              .flatMap(List::stream)
              .toList());
      facts(cells);
      row++;
      header(CaseCells.EVENTS, CaseCells.OF_EVENT);
      events(events);
      widths(sheet, WIDTHS);
      sheet.hideGridLines();
      sheet.hideColumn(0);
      sheet.freezePane(2, 1);
      Look.paper(sheet, 0, 0);
    }

    private void head(String key, String text) {
      line(sheet, row, 0, List.of(HEAD, key, text));
      Look.header(sheet.range(row, FIRST, row, FIRST), Look.Part.BECAUSE);
      Look.body(sheet.range(row, FIRST + 1, row, HINT), "@");
      // a summary has the width of the facts below
      sheet.range(row, FIRST + 1, row, HINT).merge();
      int width = WIDTHS.subList(FIRST + 1, HINT + 1).stream().mapToInt(w -> w).sum();
      sheet.rowHeight(row, Look.height(List.of(text), List.of(width)));
      row++;
    }

    private void header(String mark, List<String> texts) {
      line(sheet, row, 0, List.of(mark));
      line(sheet, row, FIRST, texts);
      Look.header(sheet.range(row, FIRST, row, texts.size()), Look.Part.WHEN);
      row++;
    }

    private void facts(Map<CaseCells.Key, String> cells) {
      String group = "";
      for (FactType fact : vocabulary.facts()) {
        if (!fact.group().equals(group)) {
          group = fact.group();
          line(sheet, row, FIRST, List.of(group));
          Look.band(sheet.range(row, FIRST, row, HINT), Look.Part.WHEN);
          sheet.rowHeight(row, 18);
          row++;
        }
        List<String> texts = new ArrayList<>(List.of(FACT, fact.name()));
        for (String part : CaseCells.OF_FACT) {
          texts.add(cells.getOrDefault(new CaseCells.Key(fact.name(), part), ""));
        }
        texts.add(hint(fact));
        line(sheet, row, 0, texts);
        sheet.rowHeight(row, Look.height(texts, WIDTHS));
        Look.body(sheet.range(row, FIRST, row, HINT), "@");
        sheet.style(row, HINT).fontColor(Look.FAINT).set();
        if (fact.kind() == FactType.Kind.CHOICE) {
          offer(row, row, FIRST + 1, fact.values());
        }
        offer(row, row, FIRST + 4, Labelled.labels(Confidence.class));
        row++;
      }
    }

    private void events(List<List<String>> events) {
      int first = row;
      for (List<String> event : events) {
        line(sheet, row, 0, List.of("event " + CaseCells.print(event)));
        line(sheet, row, FIRST, event);
        sheet.rowHeight(row, Look.height(event, WIDTHS.subList(FIRST, WIDTHS.size())));
        row++;
      }
      int last = row + ROOM - 1;
      if (row > first) {
        Look.body(sheet.range(first, FIRST, row - 1, CaseCells.OF_EVENT.size()), "@");
      }
      // without lines, so that they are not printed
      Look.spare(sheet.range(row, FIRST, last, CaseCells.OF_EVENT.size()), "@");
      offer(first, last, FIRST + 1, List.copyOf(vocabulary.eventTypes().keySet()));
    }

    private void offer(int from, int to, int column, List<String> words) {
      if (!words.isEmpty()) {
        sheet
            .range(from, column, to, column)
            .validateWithList(choices.list(words))
            .allowBlank(true)
            .showDropdown(true)
            .errorStyle(DataValidationErrorStyle.WARNING)
            .errorTitle("Not in the list")
            .error("Take one of the list.")
            .showErrorMessage(true);
      }
    }
  }

  private static String hint(FactType fact) {
    String rule = fact.codingRule().isEmpty() ? fact.meaning() : fact.codingRule();
    return fact.kind() == FactType.Kind.NUMBER
        ? "%s (%s)".formatted(rule, fact.range())
        : String.join(" | ", fact.values()) + "\n" + rule;
  }
}
