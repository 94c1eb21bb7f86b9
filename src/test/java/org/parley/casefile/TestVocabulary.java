package org.parley.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.EventType;
import org.parley.knowledge.EventType.Detail;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** The words that the case files of these tests use. */
final class TestVocabulary {
  private static final String FACTS =
      """
      conflict stage = pre-war|early war|mid war|protracted war|ceasefire|post-war|unknown
      months of fighting = 0..600
      relative power = weaker|parity|stronger|unknown
      battlefield trend = gaining|stalemate|losing|unknown
      hurting stalemate = yes|no|unknown
      way out = yes|no|unknown
      days until war = 0..3650
      adversary readiness = none|conditional|ready|unknown
      adversary escalation cost = acceptable|high|prohibitive|unknown
      adversary escalation capacity = low|medium|high|unknown
      escalation outlook = likely success|hard to assess|likely failure|unknown
      adversary confidence = firm|wavering|lost|unknown
      talk read as weakness = yes|no|unknown
      adversary willing to halt = yes|no|unknown
      adversary coerces talks = yes|no|unknown
      face saving offer = yes|no|unknown
      adversary waiting out = yes|no|unknown
      own resilience = low|medium|high|unknown
      resilience signal = none|weak|strong|failed|unknown
      leader confidence = low|medium|high|unknown
      domestic opposition = low|medium|high|unknown
      home pressure to end war = low|medium|high|unknown
      own escalation cost = acceptable|high|prohibitive|unknown
      own side waiting out = yes|no|unknown
      respite needed = yes|no|unknown
      talk while fighting = yes|no|unknown
      outside support trend = rising|steady|falling|unknown
      official talks = none|agreed|ongoing|stalled|collapsed|exhausted|unknown
      stall cause = none|procedure|participation|substance|domestic|bad faith|unknown
      recognition dispute = yes|no|unknown
      ally veto = yes|no|unknown
      adversary preconditions = none|reciprocal|unconditional|unknown
      own preconditions = none|reciprocal|unconditional|unknown
      proposals recycled = yes|no|unknown
      reciprocal step = none|offered|taken|unknown
      issue = ceasefire|halt of attacks|withdrawal|territory|status|authority transfer|institution|prisoners|security arrangement|other|unknown
      parties = two|several|unknown
      contact in person = possible|not possible|unknown
      secrecy feasible = yes|no|unknown
      own leak cost = low|medium|high|unknown
      adversary leak cost = low|medium|high|unknown
      legal contact ban = yes|no|unknown
      third party offer = none|state|international organisation|ngo|former leader|several|unknown
      mediator neutrality = neutral|leans to us|leans to adversary|unknown
      mediator integrity = low|medium|high|unknown
      mediator guarantee = none|partial|credible|unknown
      adversary accepts mediator = yes|no|unknown
      third party role = none|host|messenger|mediator|guarantor|unknown
      incentive offer = none|modest|large|unknown
      track two participants = none|experts only|influential unlinked|influential linked|unknown
      transfer link = none|informal|assured|unknown
      participant flexibility = low|medium|high|unknown
      initiatives = 0..50
      initiatives coordinated = yes|no|unknown
      relationship damage = low|medium|high|unknown
      officials open to outside tracks = open|limited|closed|unknown
      willing to risk failure = yes|no|unknown
      """;

  private static final String EVENTS =
      """
      fighting begins
      offensive
      costly stand
      estimate revised: direction=up|down
      escalation
      escalation refused
      de-escalation: scope=partial|full; terms=reciprocal|unconditional
      ground gained
      statement: says=talk is weakness|victory is certain|escalation is ruled out|ready to talk|no talks|time is on our side|talks serve the war
      leadership change
      election due: due=date
      coercion to talk: means=bombing|sanctions|threat
      ultimatum: deadline=date
      force mandate: deadline=date
      overture: public=yes|no
      overture accepted
      overture rebuffed
      talks open: track=one|one and a half|two; secret=yes|no
      talks stall: cause=procedure|participation|substance|domestic|bad faith
      talks resume
      talks collapse
      talks exhausted
      agreement: issue=text
      recognition refused
      precondition set: terms=reciprocal|unconditional
      proposal: new=yes|no
      leak
      mediation offer: kind=state|international organisation|ngo|former leader; role=host|messenger|mediator|guarantor
      mediation accepted
      mediation refused
      guarantee: strength=partial|credible
      incentive: size=modest|large
      aid rises
      aid falls
      contact ban
      contact ban lifted
      unofficial track opens: linked=yes|no
      unofficial track closes
      protest: for=talks|war
      ceasefire
      ceasefire broken
      warning
      """;

  private TestVocabulary() {}

  static Vocabulary vocabulary() {
    Map<String, FactType> facts = new LinkedHashMap<>();
    FACTS.lines().map(TestVocabulary::fact).forEach(fact -> facts.put(fact.name(), fact));
    Map<String, EventType> events = new LinkedHashMap<>();
    EVENTS.lines().map(TestVocabulary::event).forEach(event -> events.put(event.name(), event));
    return new Vocabulary(facts, events);
  }

  private static FactType fact(String line) {
    String[] parts = line.split(" = ", 2);
    boolean number = parts[1].contains("..");
    String[] range = number ? parts[1].split("\\.\\.", 2) : new String[] {"0", "0"};
    return new FactType(
        parts[0],
        "test",
        number ? FactType.Kind.NUMBER : FactType.Kind.CHOICE,
        number ? List.of() : List.of(parts[1].split("\\|", -1)),
        false,
        Integer.parseInt(range[0]),
        Integer.parseInt(range[1]),
        "What " + parts[0] + " means",
        "Look at " + parts[0],
        "",
        "own side",
        false,
        "",
        false,
        List.of());
  }

  private static EventType event(String line) {
    String[] parts = line.split(": ", 2);
    Map<String, Detail> details = new LinkedHashMap<>();
    if (parts.length == 2) {
      for (String detail : parts[1].split("; ", -1)) {
        String[] pair = detail.split("=", 2);
        details.put(pair[0], detail(pair[1]));
      }
    }
    String to = parts[0].equals("talks open") ? "with" : "";
    return new EventType(parts[0], "", to, details, "Somebody: " + parts[0], List.of(), Map.of());
  }

  private static Detail detail(String values) {
    return switch (values) {
      case "date" -> new Detail(Detail.Kind.DATE, List.of());
      case "text" -> new Detail(Detail.Kind.TEXT, List.of());
      default -> new Detail(Detail.Kind.CHOICE, Arrays.asList(values.split("\\|", -1)));
    };
  }
}
