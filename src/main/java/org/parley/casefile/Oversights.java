package org.parley.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/**
 * What a case says that has no effect, or another than was meant, though every word of it is legal.
 */
public final class Oversights {
  private static final List<String> TAGS_WITH_A_MEANING =
      List.of(Case.ONGOING_TAG, Case.MADE_UP_TAG);

  private final Case subject;
  private final Set<String> ours;
  private final Set<String> theirs;
  private final Set<String> third;
  private final List<Finding> found = new ArrayList<>();

  private Oversights(Case subject) {
    this.subject = subject;
    this.ours = names(List.of(subject.decidingParty()), subject.sides().ours());
    this.theirs = names(List.of(subject.adversary()), subject.sides().theirs());
    this.third = names(subject.thirdPartyNames(), List.of());
  }

  private static Set<String> names(List<String> some, List<String> others) {
    Set<String> names = new LinkedHashSet<>(some);
    names.addAll(others);
    names.remove("");
    return names;
  }

  /** Slips of whoever wrote the case: names and tags that were likely meant to be others. */
  public static List<Finding> slips(Case subject) {
    Oversights oversights = new Oversights(subject);
    oversights.tags();
    oversights.bothSides();
    oversights.actors();
    return oversights.found;
  }

  /**
   * What may be meant so: events of strangers, and facts without a reader.
   *
   * @param unread the facts that neither a table nor a rule reads
   */
  public static List<Finding> idle(Case subject, Vocabulary vocabulary, Collection<String> unread) {
    Oversights oversights = new Oversights(subject);
    oversights.strangers(vocabulary);
    oversights.unread(unread);
    return oversights.found;
  }

  private void tags() {
    for (String tag : subject.tags()) {
      String hint = Nearest.closeHint(tag, TAGS_WITH_A_MEANING);
      if (!hint.isEmpty() && !TAGS_WITH_A_MEANING.contains(tag)) {
        add("tag without effect", "the tag %s means nothing to Parley%s", tag, hint);
      }
    }
  }

  private void bothSides() {
    // two camps of one name are told apart by the names of each
    boolean camps =
        subject.decidingParty().equals(subject.adversary())
            && !subject.sides().ours().isEmpty()
            && !subject.sides().theirs().isEmpty();
    for (String name : ours) {
      if (theirs.contains(name) && !(camps && name.equals(subject.adversary()))) {
        add(
            "party on both sides",
            "%s stands on both sides: an event of it counts for the deciding party and for the"
                + " adversary%s",
            name,
            "");
      }
    }
    for (String name : third) {
      if (ours.contains(name) || theirs.contains(name)) {
        add(
            "party on both sides",
            "%s is the third party and stands on %s: an event of it counts for both",
            name,
            ours.contains(name) ? "the deciding party's side" : "the adversary's side");
      }
    }
  }

  /** Names in events that are near to one that the case knows. */
  private void actors() {
    Set<String> known = known();
    for (Event event : subject.events()) {
      for (String name : actors(event)) {
        String hint = known.contains(name) ? "" : Nearest.closeHint(name, known);
        if (!hint.isEmpty()) {
          found.add(
              new Finding(
                  "unknown actor",
                  "%s: %s is no party, no third party and on no side%s"
                      .formatted(described(event), CaseWords.quoted(name), hint),
                  List.of(),
                  List.of(event.type()),
                  ""));
        }
      }
    }
  }

  private Set<String> known() {
    Set<String> known = new LinkedHashSet<>(ours);
    known.addAll(theirs);
    known.addAll(third);
    return known;
  }

  private static Set<String> actors(Event event) {
    return names(event.by(), event.to());
  }

  /** Events that no rule can tell whose they are; outsiders may offer to mediate. */
  private void strangers(Vocabulary vocabulary) {
    Set<String> known = known();
    List<Event> strange =
        subject.events().stream()
            .filter(e -> !actors(e).isEmpty() && actors(e).stream().noneMatch(known::contains))
            .filter(e -> vocabulary.event(e.type()).filter(Oversights::isOfAnybody).isEmpty())
            .filter(e -> actors(e).stream().allMatch(n -> Nearest.closeHint(n, known).isEmpty()))
            .toList();
    if (!strange.isEmpty()) {
      found.add(
          new Finding(
              "event of nobody known",
              "%s: %s. Rules that ask whose an event is pass over it; who counts as a party stands"
                      .formatted(
                          strange.size() == 1
                              ? "1 event is of nobody that the case names"
                              : strange.size() + " events are of nobody that the case names",
                          strange.stream()
                              .map(e -> "%s by or to %s".formatted(described(e), quoted(actors(e))))
                              .collect(Collectors.joining("; ")))
                  + " in 'sides'",
              List.of(),
              strange.stream().map(Event::type).distinct().toList(),
              ""));
    }
  }

  private static String quoted(Set<String> names) {
    return names.stream().map(CaseWords::quoted).collect(Collectors.joining(", "));
  }

  private static boolean isOfAnybody(EventType type) {
    return type.by().equals(Keys.THIRD_PARTY);
  }

  private void unread(Collection<String> unread) {
    for (Fact fact : subject.facts().values()) {
      if (unread.contains(fact.name()) && !fact.value().equals(FactType.UNKNOWN)) {
        found.add(
            new Finding(
                "fact without effect",
                "no table and no rule reads '%s': its value '%s' changes nothing"
                    .formatted(fact.name(), fact.value()),
                List.of(fact.name()),
                List.of(),
                ""));
      }
    }
  }

  private String described(Event event) {
    return "event %d (%s %s)"
        .formatted(subject.events().indexOf(event) + 1, event.date(), event.type());
  }

  private void add(String kind, String message, String name, String rest) {
    found.add(new Finding(kind, message.formatted(CaseWords.quoted(name), rest)));
  }
}
