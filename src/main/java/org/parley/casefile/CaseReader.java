package org.parley.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Event;
import org.parley.Expectation;
import org.parley.Finding;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.Sides;
import org.parley.UnofficialTrack;
import org.parley.knowledge.Limit;
import org.parley.knowledge.Vocabulary;

/** Makes a case of the nodes of its file. */
final class CaseReader {
  private final Vocabulary vocabulary;
  private final Problems problems;

  CaseReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /**
   * The case.
   *
   * @throws org.parley.ParleyException with every problem of the file
   */
  Case read(Node root) {
    return read(root, Keys.REQUIRED);
  }

  /**
   * The case, where it need not have the keys that a file must have.
   *
   * @throws org.parley.ParleyException with every problem of the text
   */
  Case readFreely(Node root) {
    return read(root, List.of());
  }

  private Case read(Node root, List<String> required) {
    if (!(root instanceof Node.Entries entries)) {
      throw problems.fatal(
          root.line(),
          root.column(),
          "a case file is a mapping such as 'id: VN-04', not " + root.kind());
    }
    if (!required.isEmpty()
        && Collections.disjoint(entries.entries().keySet(), Keys.OF_CASES_ALONE)) {
      // another file than was meant, perhaps one that nobody should see
      throw problems.fatal(
          root.line(),
          root.column(),
          "this is no case file: it has none of the keys '%s'"
              .formatted(String.join("', '", Keys.OF_CASES_ALONE)));
    }
    Section top = new Section(entries, problems.file(), problems);
    top.allowOnly(Keys.TOP, key -> CaseWords.instead(key, Keys.TOP, vocabulary));
    required.forEach(top::require);
    Case read = read(top);
    problems.throwIfAny();
    return read;
  }

  private Case read(Section top) {
    Case.Builder builder = Case.builder();
    readHead(top, builder);
    top.section(Keys.FACTS)
        .ifPresent(
            facts -> {
              FactReader reader = new FactReader(vocabulary, problems);
              reader.read(facts.node()).forEach(builder::fact);
              reader.remarks().forEach((entry, remark) -> remark(entry, remark, builder));
            });
    readEvents(top).forEach(builder::event);
    builder.sources(top.texts(Keys.SOURCES));
    top.section(Keys.OBSERVED).ifPresent(observed -> builder.observed(observation(observed)));
    top.section(Keys.EXPECTED).ifPresent(expected -> builder.expected(expectation(expected)));
    return builder.differsBecause(top.text(Keys.DIFFERS_BECAUSE)).build();
  }

  private void remark(Node.Entry entry, Finding remark, Case.Builder builder) {
    builder.remark(remark);
    problems.remark(entry.line(), entry.column(), remark);
  }

  private void readHead(Section top, Case.Builder builder) {
    builder
        .id(top.text(Keys.ID))
        .title(top.text(Keys.TITLE))
        .conflict(top.text(Keys.CONFLICT))
        .asOf(top.day(Keys.AS_OF))
        .decidingParty(top.text(Keys.DECIDING_PARTY))
        .adversary(top.text(Keys.ADVERSARY))
        .thirdParty(top.text(Keys.THIRD_PARTY))
        .shortNames(top.section(Keys.SHORT_NAMES).map(CaseReader::shortNames).orElse(Map.of()))
        .sides(top.section(Keys.SIDES).map(this::sides).orElse(Sides.NONE))
        .summary(top.text(Keys.SUMMARY))
        .tags(top.texts(Keys.TAGS));
  }

  private static Map<String, String> shortNames(Section names) {
    Map<String, String> shorter = new LinkedHashMap<>();
    for (String name : names.node().entries().keySet()) {
      names.requireWords(name);
      shorter.put(name, names.text(name));
    }
    return shorter;
  }

  /** What is indented too far lands in the section above it. */
  private void allowOnly(Section section, List<String> legal) {
    section.allowOnly(legal, key -> CaseWords.instead(key, legal, vocabulary));
  }

  private Sides sides(Section sides) {
    allowOnly(sides, Keys.OF_SIDES);
    return new Sides(sides.names(Keys.OURS), sides.names(Keys.THEIRS));
  }

  private List<Event> readEvents(Section top) {
    List<Node> nodes = top.items(Keys.EVENTS).map(Node.Items::nodes).orElse(List.of());
    if (nodes.size() > Limit.EVENTS.most()) {
      // rules compare events with each other
      problems.add(
          nodes.get((int) Limit.EVENTS.most()),
          problems.file().at(Keys.EVENTS),
          Limit.EVENTS.exceeded());
      return List.of();
    }
    EventReader reader = new EventReader(vocabulary, problems);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      reader.read(nodes.get(i), problems.file().at("event " + (i + 1))).ifPresent(events::add);
    }
    return events;
  }

  private Observation observation(Section observed) {
    allowOnly(observed, Keys.OF_OBSERVED);
    if (observed.value(Keys.POSTURE).isEmpty() && observed.value(Keys.UNOFFICIAL_TRACK).isEmpty()) {
      observed.object(
          observed.node(),
          "'%s' or '%s' is missing".formatted(Keys.POSTURE, Keys.UNOFFICIAL_TRACK));
    }
    return new Observation(
        observed.constant(Keys.POSTURE, Posture.class),
        observed.word(Keys.UNOFFICIAL_TRACK, Keys.OBSERVED_TRACKS),
        observed.constant(Keys.CONFIDENCE, Confidence.class),
        observed.text(Keys.THIRD_PARTY),
        observed.text(Keys.NOTE),
        observed.texts(Keys.SOURCES));
  }

  /** The expectation, or {@code null} where there is a problem. */
  private Expectation expectation(Section expected) {
    allowOnly(expected, Keys.OF_EXPECTED);
    Keys.OF_EXPECTED.forEach(expected::require);
    Posture posture = expected.constant(Keys.POSTURE, Posture.class);
    UnofficialTrack track = expected.constant(Keys.UNOFFICIAL_TRACK, UnofficialTrack.class);
    return posture == null || track == null ? null : new Expectation(posture, track);
  }
}
