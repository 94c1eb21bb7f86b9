package org.parley.author.sheet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Event;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.Days;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Reads edited sheets of cases: what changes in the case files, or what is wrong. */
public final class CaseSheetImporter {
  private final Vocabulary vocabulary;
  private final ReadCases cases;
  private final Path folder;
  private final CaseFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, byte[]> after = new LinkedHashMap<>();
  private final Map<String, List<String>> changes = new LinkedHashMap<>();

  private CaseSheetImporter(Vocabulary vocabulary, ReadCases cases, Path folder) {
    this.vocabulary = vocabulary;
    this.cases = cases;
    this.folder = folder;
    this.files = new CaseFiles(vocabulary);
  }

  /**
   * What an import comes to.
   *
   * @param changes what changes in each case, by its id
   * @param after what the files shall hold
   */
  public record Result(Map<String, List<String>> changes, Map<Path, byte[]> after) {}

  /**
   * Reads a spreadsheet or a CSV file.
   *
   * @param cases the cases as they are
   * @param folder where new ones go
   * @throws ParleyException with all that is wrong
   */
  public static Result read(Vocabulary vocabulary, ReadCases cases, Path folder, Path file) {
    CaseSheetImporter importer = new CaseSheetImporter(vocabulary, cases, folder);
    List<CaseSheet> sheets =
        CaseSheet.read(GridReader.read(file), vocabulary.factNames(), importer.problems);
    if (sheets.isEmpty() && importer.problems.isEmpty()) {
      throw ParleyException.in(
          file.toString(), "holds no sheet of a case: export them with 'case export'");
    }
    ParleyException.throwIfAny(importer.problems);
    List<String> seen = new ArrayList<>();
    for (CaseSheet sheet : sheets) {
      if (seen.contains(sheet.id())) {
        importer.problems.add(
            sheet.grid().problem("the case '%s' stands here twice".formatted(sheet.id())));
      }
      seen.add(sheet.id());
      importer.read(sheet);
    }
    ParleyException.throwIfAny(importer.problems);
    return new Result(importer.changes, importer.after);
  }

  private void read(CaseSheet sheet) {
    List<Map.Entry<Path, Case>> found =
        cases.byFile().entrySet().stream()
            .filter(e -> e.getValue().id().equals(sheet.id()))
            .toList();
    if (found.size() > 1) {
      problems.add(
          sheet
              .grid()
              .problem("two files have the id '%s': mend that first".formatted(sheet.id())));
      return;
    }
    Map<String, Object> before =
        found.isEmpty() ? new LinkedHashMap<>() : files.outline(found.get(0).getValue());
    int known = problems.size();
    List<String> said = new ArrayList<>();
    Map<String, Object> now = new Edit(sheet, found.isEmpty(), before, said).edited();
    if (problems.size() > known || said.isEmpty()) {
      return;
    }
    try {
      if (found.isEmpty()) {
        Path file = newFile(sheet, now);
        byte[] content = files.toYaml(now).getBytes(StandardCharsets.UTF_8);
        files.read(file.toString(), content);
        after.put(file, content);
        said.clear();
        said.add("a new case, in " + file);
      } else {
        Path file = found.get(0).getKey();
        byte[] content = cases.content(file);
        byte[] changed = files.with(file.toString(), content, now);
        if (Arrays.equals(content, changed)) {
          return;
        }
        after.put(file, changed);
      }
      changes.put(sheet.id(), said);
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(sheet.grid().problem(p.message())));
    }
  }

  private Path newFile(CaseSheet sheet, Map<String, Object> now) {
    if (!sheet.id().matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*")) {
      throw ParleyException.in("", "'%s' is no id: letters, digits, - and _".formatted(sheet.id()));
    }
    String conflict =
        String.valueOf(now.getOrDefault("conflict", ""))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    Path in = conflict.isEmpty() ? folder : folder.resolve(conflict);
    Path file = in.resolve(sheet.id() + ".yaml");
    if (Files.exists(file)) {
      throw ParleyException.in("", file + " is there already, with another id in it");
    }
    return file;
  }

  /** The edit of one case. */
  private final class Edit {
    private final CaseSheet sheet;
    private final boolean isNew;
    private final Map<String, Object> before;
    private final List<String> said;
    private final Map<String, String> inFile;
    private final Map<String, String> edits = new LinkedHashMap<>();
    private final Map<String, List<String>> prints;

    Edit(CaseSheet sheet, boolean isNew, Map<String, Object> before, List<String> said) {
      this.sheet = sheet;
      this.isNew = isNew;
      this.before = before;
      this.said = said;
      this.inFile = CaseCells.of(before, vocabulary);
      this.prints = isNew || !sheet.hasFingerprint() ? null : sheet.prints();
    }

    Map<String, Object> edited() {
      sheet.cells().forEach(this::compare);
      Map<String, Object> now = new LinkedHashMap<>(before);
      now.put(CaseCells.ID, sheet.id());
      head(now);
      facts(now);
      if (sheet.events() != null) {
        List<Object> events = new EventMerge().merged();
        set(now, CaseCells.EVENTS, events);
      }
      Map<String, Object> ordered = new LinkedHashMap<>();
      for (String key : CaseFiles.keys()) {
        if (now.containsKey(key)) {
          ordered.put(key, now.get(key));
        }
      }
      return ordered;
    }

    private void compare(String key, CaseSheet.Said cell) {
      String file = inFile.getOrDefault(key, "");
      String mine = CaseCells.print(List.of(cell.text()));
      String theirs = CaseCells.print(List.of(file));
      if (mine.equals(theirs)) {
        return;
      }
      String base =
          prints == null
              ? theirs
              : prints
                  .getOrDefault(Fingerprint.id(key), List.of(CaseCells.print(List.of(""))))
                  .get(0);
      if (mine.equals(base)) {
        return;
      }
      if (!theirs.equals(base)) {
        wrong(
            cell,
            "%s was changed in the file since, to %s, and here, to %s: write there what shall hold"
                .formatted(key, quoted(file), quoted(cell.text())));
        return;
      }
      edits.put(key, cell.text());
      said.add(told(key, file, cell.text()));
    }

    private void wrong(CaseSheet.Said cell, String message) {
      problems.add(sheet.grid().problem(cell.row(), cell.column(), message));
    }

    private void head(Map<String, Object> now) {
      for (String key : CaseCells.HEAD) {
        if (!edits.containsKey(key)) {
          continue;
        }
        String text = edits.get(key);
        CaseSheet.Said cell = sheet.cells().get(key);
        if (key.equals(CaseCells.AS_OF)) {
          Optional<LocalDate> day = Days.parse(text);
          day.ifPresentOrElse(d -> now.put(key, d), () -> wrong(cell, Days.objection(key, text)));
        } else if (CaseCells.OF_SIDES.contains(key)) {
          Map<String, Object> sides = new LinkedHashMap<>();
          CaseCells.map(now.get(CaseCells.SIDES)).forEach((k, v) -> sides.put(k.toString(), v));
          set(sides, key, several(key, text));
          set(now, CaseCells.SIDES, sides);
        } else if (key.equals("tags") || key.equals(CaseCells.SOURCES)) {
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
                .anyMatch(part -> edits.containsKey(CaseCells.key(type.name(), part)));
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
        String key = CaseCells.key(type.name(), part);
        boolean edited = edits.containsKey(key);
        String text = edited ? edits.get(key) : inFile.getOrDefault(key, "");
        CaseSheet.Said cell = sheet.cells().get(key);
        if (edited && !text.isEmpty() && part.equals(CaseCells.VALUE)) {
          text = like(text, type.values());
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
        boolean told =
            CaseCells.OF_FACT.stream()
                .filter(part -> !part.equals(CaseCells.VALUE))
                .anyMatch(
                    part -> !edits.getOrDefault(CaseCells.key(type.name(), part), "").isEmpty());
        if (told) {
          wrong(
              sheet.cells().get(CaseCells.key(type.name(), CaseCells.VALUE)),
              "'%s' has a reason but no value".formatted(type.name()));
        }
        return Optional.empty();
      }
      return Optional.of(parts.size() == 1 ? parts.get(CaseCells.VALUE) : parts);
    }

    /** What becomes of the events. */
    private final class EventMerge {
      private final List<?> old = CaseCells.list(before.get(CaseCells.EVENTS));
      private final List<List<String>> oldTexts = CaseCells.events(before, vocabulary);
      private final boolean[] met = new boolean[old.size()];
      private final Map<Integer, Object> replaced = new LinkedHashMap<>();
      private final Map<Integer, List<Object>> added = new LinkedHashMap<>();
      private final List<String> inSheet = new ArrayList<>();

      List<Object> merged() {
        int behind = -1;
        for (CaseSheet.EventLine line : sheet.events()) {
          behind = place(line, behind);
        }
        List<String> exported =
            prints == null
                ? oldTexts.stream().map(CaseCells::print).toList()
                : prints.getOrDefault(Fingerprint.id(CaseCells.EVENTS), List.of());
        List<Object> events = new ArrayList<>(added.getOrDefault(-1, List.of()));
        for (int i = 0; i < old.size(); i++) {
          if (!met[i] && exported.contains(CaseCells.print(oldTexts.get(i)))) {
            said.add("event removed: " + shown(oldTexts.get(i)));
          } else {
            events.add(replaced.getOrDefault(i, old.get(i)));
          }
          events.addAll(added.getOrDefault(i, List.of()));
        }
        return events;
      }

      private int place(CaseSheet.EventLine line, int behind) {
        String mine = CaseCells.print(line.texts());
        int same = find(mine);
        if (same >= 0) {
          met[same] = true;
          return same;
        }
        if (isNew || line.print().isEmpty() || prints == null || inSheet.contains(line.print())) {
          said.add("event added: " + shown(line.texts()));
          added.computeIfAbsent(behind, b -> new ArrayList<>()).add(event(line));
          return behind;
        }
        inSheet.add(line.print());
        if (mine.equals(line.print())) {
          // changed or removed in the file since, and not touched here
          return behind;
        }
        int from = find(line.print());
        if (from < 0) {
          problems.add(
              sheet
                  .grid()
                  .problem(
                      line.row(),
                      1,
                      "this event was changed or removed in the file since, and here, to '%s':"
                              .formatted(shown(line.texts()))
                          + " export the case again; the file has now "
                          + strangers()));
          return behind;
        }
        met[from] = true;
        said.add("event: %s → %s".formatted(shown(oldTexts.get(from)), shown(line.texts())));
        replaced.put(from, event(line));
        return from;
      }

      /** The events of the file that the sheet was not made from. */
      private String strangers() {
        List<String> exported = prints.getOrDefault(Fingerprint.id(CaseCells.EVENTS), List.of());
        List<String> others =
            oldTexts.stream()
                .filter(t -> !exported.contains(CaseCells.print(t)))
                .map(t -> "'" + shown(t) + "'")
                .toList();
        return others.isEmpty() ? "none in its place" : String.join(", ", others);
      }

      private int find(String print) {
        for (int i = 0; i < old.size(); i++) {
          if (!met[i] && CaseCells.print(oldTexts.get(i)).equals(print)) {
            return i;
          }
        }
        return -1;
      }

      private Object event(CaseSheet.EventLine line) {
        Map<String, Object> event = new LinkedHashMap<>();
        int known = problems.size();
        Optional<LocalDate> day = Days.parse(line.texts().get(0));
        if (day.isEmpty()) {
          wrong(line, 0, Days.objection("date", line.texts().get(0)));
        }
        day.ifPresent(d -> event.put("date", d));
        List<String> names = List.copyOf(vocabulary.eventTypes().keySet());
        String name = like(line.texts().get(1), names);
        Optional<EventType> type = vocabulary.event(name);
        if (type.isEmpty()) {
          wrong(line, 1, "unknown event type '%s'%s".formatted(name, Nearest.hint(name, names)));
        }
        event.put("type", name);
        List<Object> by = several("by", line.texts().get(2));
        List<Object> to = several("to", line.texts().get(3));
        set(event, "by", by.size() == 1 ? by.get(0) : by);
        set(event, "to", to.size() == 1 ? to.get(0) : to);
        type.ifPresent(t -> details(line, t).forEach((k, v) -> detail(event, t, k, v)));
        set(event, "note", line.texts().get(4));
        set(event, "source", line.texts().get(5));
        if (problems.size() == known && type.isPresent()) {
          Event whole =
              new Event(
                  day.orElseThrow(),
                  name,
                  by.stream().map(Object::toString).toList(),
                  to.stream().map(Object::toString).toList(),
                  details(line, type.get()),
                  "",
                  "");
          type.get().objection(whole).ifPresent(why -> wrong(line, 6, why.message()));
        }
        return event;
      }

      private void detail(Map<String, Object> event, EventType type, String key, String value) {
        EventType.Detail detail = type.details().get(key);
        Optional<LocalDate> day =
            detail != null && detail.kind() == EventType.Detail.Kind.DATE
                ? Days.parse(value)
                : Optional.empty();
        event.put(key, day.<Object>map(d -> d).orElse(value));
      }

      /** Each key begins what stands behind it; a text may hold the sign between them itself. */
      private Map<String, String> details(CaseSheet.EventLine line, EventType type) {
        Map<String, String> details = new LinkedHashMap<>();
        String last = "";
        for (String part : line.texts().get(6).split(";")) {
          int colon = part.indexOf(':');
          String key = colon < 0 ? "" : part.substring(0, colon).strip();
          if (type.details().containsKey(key) || (colon >= 0 && last.isEmpty())) {
            last = key;
            details.put(key, part.substring(colon + 1).strip());
          } else if (!last.isEmpty()) {
            details.merge(last, part, (a, b) -> a + ";" + b);
          } else if (!part.isBlank()) {
            details.put(part.strip(), "");
          }
        }
        return details;
      }

      private void wrong(CaseSheet.EventLine line, int column, String message) {
        problems.add(sheet.grid().problem(line.row(), column + 1, message));
      }

      private static String shown(List<String> texts) {
        return String.join(", ", texts.subList(0, 4).stream().filter(t -> !t.isEmpty()).toList());
      }
    }
  }

  private static String told(String key, String before, String now) {
    if (before.isEmpty()) {
      return "%s: added %s".formatted(key, quoted(now));
    }
    return now.isEmpty()
        ? "%s: removed %s".formatted(key, quoted(before))
        : "%s: %s → %s".formatted(key, quoted(before), quoted(now));
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "nothing" : "'" + text + "'";
  }

  private static String like(String text, List<String> legal) {
    List<String> alike = legal.stream().filter(l -> l.equalsIgnoreCase(text)).toList();
    return alike.size() == 1 ? alike.get(0) : text;
  }

  private static List<Object> several(String key, String text) {
    return Arrays.stream(text.split(key.equals(CaseCells.SOURCES) ? "\n" : "[;\n]"))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .map(Object.class::cast)
        .toList();
  }

  private static void set(Map<String, Object> outline, String key, Object value) {
    if (value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
      outline.remove(key);
    } else {
      outline.put(key, value);
    }
  }
}
