package org.parley.author.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.Event;
import org.parley.author.sheet.CaseSheetImport.CaseCellChange;
import org.parley.author.sheet.CaseSheetImport.CaseConflict;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.knowledge.Days;
import org.parley.knowledge.EventType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/**
 * What becomes of the events of a case whose sheet was edited. A line is first met with the event
 * that says the same, wherever it stands, and then with the one that it was made from.
 */
final class CaseEvents {
  private static final int NONE = -1;
  // of two events that say as many things alike, one is the other edited
  private static final int ALIKE = 4;

  private final CaseSheet sheet;
  private final Vocabulary vocabulary;
  private final Side side;
  private final CaseEdit.Findings found;
  private final boolean isNew;
  private final List<?> old;
  private final List<List<String>> oldTexts;
  private final List<String> oldPrints;
  // what the sheet was made from, and the same with what it said when it was last saved
  private final List<String> origin;
  private final List<String> exported;
  private final Map<String, String> since;
  private final List<String> addedBefore;
  private final List<CaseSheet.EventLine> lines;
  // the event that each line is met with
  private final int[] of;
  private final boolean[] met;
  private final List<Integer> removed = new ArrayList<>();
  private final Map<Integer, Object> replaced = new LinkedHashMap<>();
  private final Map<Integer, List<Object>> added = new LinkedHashMap<>();

  /**
   * @param before what the file says; empty for a new case
   * @param prints what the sheet was made from, or {@code null} where it cannot tell
   * @param last what this sheet said when it was last saved
   */
  CaseEvents(
      CaseSheet sheet,
      Vocabulary vocabulary,
      Map<String, Object> before,
      Map<String, List<String>> prints,
      Optional<CaseSaid> last,
      Side side,
      CaseEdit.Findings found) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
    this.side = side;
    this.found = found;
    this.isNew = before.isEmpty();
    this.old = CaseCells.list(before.get(CaseCells.EVENTS));
    this.oldTexts = CaseCells.events(before, vocabulary);
    this.oldPrints = oldTexts.stream().map(CaseCells::print).toList();
    this.since = last.map(CaseSaid::events).orElse(Map.of());
    this.addedBefore = last.map(CaseSaid::added).orElse(List.of());
    this.origin =
        prints == null
            ? List.of()
            : prints.getOrDefault(Fingerprint.id(CaseCells.EVENTS), List.of());
    this.exported =
        prints == null && last.isEmpty()
            ? oldPrints
            : origin.stream().map(this::saidSince).toList();
    this.lines = sheet.events();
    this.of = new int[lines.size()];
    Arrays.fill(of, NONE);
    this.met = new boolean[old.size()];
  }

  /** The events that the file shall have, in its order. */
  List<Object> merged() {
    for (int i = 0; i < lines.size(); i++) {
      meet(i, find(CaseCells.print(texts(lines.get(i)))));
    }
    int[] asTheyWere = of.clone();
    for (int i = 0; i < lines.size(); i++) {
      if (of[i] == NONE) {
        place(i);
      }
    }
    goneHereAndChangedThere();
    List<Object> events = new ArrayList<>(added.getOrDefault(NONE, List.of()));
    for (int i = 0; i < old.size(); i++) {
      if (!met[i] && exported.contains(oldPrints.get(i))) {
        removed.add(i);
      }
      if (removed.contains(i)) {
        found.changes().add(new CaseCellChange("", "", "", shown(oldTexts.get(i)), ""));
      } else {
        events.add(replaced.getOrDefault(i, old.get(i)));
      }
      events.addAll(added.getOrDefault(i, List.of()));
    }
    noteOrder(asTheyWere);
    return events;
  }

  private String saidSince(String print) {
    return since.getOrDefault(print, print);
  }

  /** The letters of the event that a line was made from, as the line was last saved. */
  private String from(CaseSheet.EventLine line) {
    return saidSince(line.print());
  }

  /** What each line says by the event that it was made from. */
  Map<String, String> saidByOrigin() {
    Map<String, String> said = new LinkedHashMap<>();
    lines.stream()
        .filter(l -> !l.print().isEmpty() && l.print().length() == Fingerprint.LETTERS)
        .forEach(l -> said.putIfAbsent(l.print(), CaseCells.print(texts(l))));
    return said;
  }

  /** What the lines say that were made from no event. */
  List<String> saidAnew() {
    return lines.stream()
        .filter(l -> l.print().isEmpty())
        .map(l -> CaseCells.print(texts(l)))
        .toList();
  }

  /** Whether the lines are those that the sheet was made with. */
  boolean areAsExported() {
    return lines.size() == origin.size()
        && saidByOrigin().entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
  }

  private void meet(int line, int event) {
    of[line] = event;
    if (event != NONE) {
      met[event] = true;
    }
  }

  private void place(int i) {
    CaseSheet.EventLine line = lines.get(i);
    String mine = CaseCells.print(texts(line));
    int from = line.print().isEmpty() ? addedBefore() : find(from(line));
    if (from != NONE && mine.equals(line.print())) {
      // an old copy of the sheet: what was saved since stays
      meet(i, from);
    } else if (from != NONE) {
      replace(i, from);
    } else if (line.print().isEmpty() || isNew || oldPrints.contains(from(line))) {
      // new, or a copy of a line that is there as well
      add(i);
    } else if (!mine.equals(line.print()) && !mine.equals(from(line))) {
      int theirs = changedInFile(texts(line));
      if (side == Side.MINE && theirs != NONE) {
        replace(i, theirs);
      } else if (side == Side.MINE) {
        add(i);
      } else {
        conflict(texts(line), theirs);
        if (theirs != NONE) {
          meet(i, theirs);
        }
      }
    }
    // changed or removed in the file since, and not touched here: as the file has it
  }

  /** An event that a new line of this sheet became, and that no line says any more. */
  private int addedBefore() {
    return addedBefore.stream()
        .mapToInt(this::find)
        .filter(e -> e != NONE)
        .findFirst()
        .orElse(NONE);
  }

  private void replace(int i, int event) {
    List<String> before = oldTexts.get(event);
    List<String> now = texts(lines.get(i));
    meet(i, event);
    replaced.put(event, event(lines.get(i)));
    for (int part = 0; part < now.size(); part++) {
      if (!before.get(part).equals(now.get(part))) {
        found
            .changes()
            .add(
                new CaseCellChange(
                    "",
                    shown(before),
                    CaseCells.OF_EVENT.get(part),
                    before.get(part),
                    now.get(part)));
      }
    }
  }

  /** Behind the event of the line above. */
  private void add(int i) {
    int behind = NONE;
    for (int above = i - 1; above >= 0 && behind == NONE; above--) {
      behind = of[above];
    }
    found.changes().add(new CaseCellChange("", "", "", "", shown(texts(lines.get(i)))));
    added.computeIfAbsent(behind, b -> new ArrayList<>()).add(event(lines.get(i)));
  }

  private void conflict(List<String> mine, int theirs) {
    if (side == null) {
      List<String> file = theirs == NONE ? List.of() : oldTexts.get(theirs);
      found
          .conflicts()
          .add(
              new CaseConflict(
                  sheet.id(),
                  "",
                  shown(mine.isEmpty() ? file : mine),
                  "",
                  whole(mine),
                  whole(file)));
    }
  }

  /** A line that was deleted here is an event that goes, unless somebody has changed it since. */
  private void goneHereAndChangedThere() {
    if (exported.size() != old.size()) {
      return;
    }
    for (int i = 0; i < old.size(); i++) {
      String print = exported.get(i);
      boolean here =
          lines.stream()
              .anyMatch(l -> from(l).equals(print) || CaseCells.print(texts(l)).equals(print));
      if (!here && !met[i] && !oldPrints.contains(print) && !exported.contains(oldPrints.get(i))) {
        if (side == Side.MINE) {
          removed.add(i);
        } else {
          conflict(List.of(), i);
        }
      }
    }
  }

  /** The event of the file that a line was made from before somebody else changed it. */
  private int changedInFile(List<String> mine) {
    int best = NONE;
    long most = ALIKE - 1;
    for (int i = 0; i < old.size(); i++) {
      List<String> theirs = oldTexts.get(i);
      long alike =
          IntStream.range(0, mine.size()).filter(p -> mine.get(p).equals(theirs.get(p))).count();
      if (!met[i] && !exported.contains(oldPrints.get(i)) && alike > most) {
        best = i;
        most = alike;
      }
    }
    return best;
  }

  private void noteOrder(int[] order) {
    int[] known = Arrays.stream(order).filter(i -> i != NONE).toArray();
    if (IntStream.range(1, known.length).anyMatch(i -> known[i] < known[i - 1])) {
      found
          .notes()
          .add(
              "%s has its events in another order than the file of %s, which keeps its own"
                  .formatted(sheet.grid().name(), sheet.id()));
    }
  }

  private int find(String print) {
    for (int i = 0; i < old.size(); i++) {
      if (!met[i] && oldPrints.get(i).equals(print)) {
        return i;
      }
    }
    return NONE;
  }

  /** What a line says, its day as case files write it and its type in the vocabulary's letters. */
  private List<String> texts(CaseSheet.EventLine line) {
    List<String> texts = new ArrayList<>(line.texts());
    texts.set(
        0,
        TypedDay.read(texts.get(0), day -> oldTexts.stream().anyMatch(o -> o.get(0).equals(day))));
    texts.set(1, CaseEdit.like(texts.get(1), List.copyOf(vocabulary.eventTypes().keySet())));
    return texts;
  }

  private Object event(CaseSheet.EventLine line) {
    Map<String, Object> event = new LinkedHashMap<>();
    int known = found.problems().size();
    List<String> texts = texts(line);
    Optional<LocalDate> day = Days.parse(texts.get(0));
    if (day.isEmpty()) {
      wrong(line, 0, Days.objection("date", texts.get(0)));
    }
    day.ifPresent(d -> event.put("date", d));
    String name = texts.get(1);
    Optional<EventType> type = vocabulary.event(name);
    if (type.isEmpty()) {
      wrong(
          line,
          1,
          name.isEmpty()
              ? "this event has no type"
              : "unknown event type '%s'%s"
                  .formatted(name, Nearest.hint(name, vocabulary.eventTypes().keySet())));
    }
    event.put("type", name);
    List<Object> by = CaseEdit.several("by", texts.get(2));
    List<Object> to = CaseEdit.several("to", texts.get(3));
    CaseEdit.set(event, "by", by.size() == 1 ? by.get(0) : by);
    CaseEdit.set(event, "to", to.size() == 1 ? to.get(0) : to);
    type.ifPresent(t -> details(texts.get(6), t).forEach((k, v) -> detail(event, t, k, v)));
    CaseEdit.set(event, "note", texts.get(4));
    CaseEdit.set(event, "source", texts.get(5));
    if (found.problems().size() == known && type.isPresent()) {
      Event whole =
          new Event(
              day.orElseThrow(),
              name,
              by.stream().map(Object::toString).toList(),
              to.stream().map(Object::toString).toList(),
              details(texts.get(6), type.get()),
              "",
              "");
      type.get().objection(whole).ifPresent(why -> wrong(line, 6, why.message()));
    }
    return event;
  }

  private static void detail(Map<String, Object> event, EventType type, String key, String value) {
    EventType.Detail detail = type.details().get(key);
    Optional<LocalDate> day =
        detail != null && detail.kind() == EventType.Detail.Kind.DATE
            ? Days.parse(value)
            : Optional.empty();
    event.put(key, day.<Object>map(d -> d).orElse(value));
  }

  /** Each key begins what stands behind it; a text may hold the sign between them itself. */
  private static Map<String, String> details(String text, EventType type) {
    Map<String, String> details = new LinkedHashMap<>();
    String last = "";
    for (String part : text.split(";")) {
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

  private void wrong(CaseSheet.EventLine line, int part, String message) {
    found.wrong(sheet.problem(line.said().get(part), message));
  }

  private static String shown(List<String> texts) {
    return String.join(", ", texts.subList(0, 4).stream().filter(t -> !t.isEmpty()).toList());
  }

  private static String whole(List<String> texts) {
    return String.join(", ", texts.stream().filter(t -> !t.isEmpty()).toList());
  }
}
