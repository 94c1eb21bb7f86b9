package org.parley.derive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Event;
import org.parley.Fact;

/**
 * What rules derived from cases before, by the digest of all that they look at: a case that shows
 * them the same again need not start Drools. Immutable.
 */
final class KnownDerivations {
  static final KnownDerivations NONE = new KnownDerivations(Map.of());

  private final Map<String, List<Known>> bySituation;

  private KnownDerivations(Map<String, List<Known>> bySituation) {
    this.bySituation = Map.copyOf(bySituation);
  }

  /** The rule that a fact comes from, in its words. */
  private record Ground(String rule, String why, String source) {}

  /**
   * A derived fact.
   *
   * @param events the places of the events that it rests on among those of the situation
   */
  private record Known(String name, String value, Ground ground, List<Integer> events) {

    Fact in(Situation situation) {
      List<Event> all = situation.events();
      return Fact.derived(
          name,
          value,
          ground.why(),
          ground.source(),
          ground.rule(),
          events.stream().map(all::get).toList());
    }
  }

  /** What the rules derive from a situation; {@code null} where that is not known. */
  List<Fact> find(Situation situation) {
    List<Known> known = bySituation.isEmpty() ? null : bySituation.get(situation.digest());
    return known == null ? null : known.stream().map(fact -> fact.in(situation)).toList();
  }

  /** Derivations as bytes. */
  static byte[] write(Map<Situation, List<Fact>> derived) {
    Map<Ground, Integer> grounds = new LinkedHashMap<>();
    derived
        .values()
        .forEach(facts -> facts.forEach(f -> grounds.putIfAbsent(ground(f), grounds.size())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(grounds.size());
      for (Ground ground : grounds.keySet()) {
        out.writeUTF(ground.rule());
        out.writeUTF(ground.why());
        out.writeUTF(ground.source());
      }
      out.writeInt(derived.size());
      for (Map.Entry<Situation, List<Fact>> entry : derived.entrySet()) {
        out.writeUTF(entry.getKey().digest());
        out.writeInt(entry.getValue().size());
        for (Fact fact : entry.getValue()) {
          out.writeUTF(fact.name());
          out.writeUTF(fact.value());
          out.writeInt(grounds.get(ground(fact)));
          out.writeInt(fact.events().size());
          for (Event event : fact.events()) {
            out.writeInt(entry.getKey().events().indexOf(event));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Ground ground(Fact fact) {
    return new Ground(fact.rule(), fact.why(), fact.source());
  }

  /**
   * Reads what was written.
   *
   * @throws UncheckedIOException if the bytes are something else
   */
  static KnownDerivations read(byte[] bytes) {
    Map<String, List<Known>> bySituation = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<Ground> grounds = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        grounds.add(new Ground(in.readUTF(), in.readUTF(), in.readUTF()));
      }
      for (int left = in.readInt(); left > 0; left--) {
        String situation = in.readUTF();
        List<Known> facts = new ArrayList<>();
        for (int more = in.readInt(); more > 0; more--) {
          String name = in.readUTF();
          String value = in.readUTF();
          Ground ground = grounds.get(in.readInt());
          List<Integer> events = new ArrayList<>();
          for (int grounding = in.readInt(); grounding > 0; grounding--) {
            events.add(in.readInt());
          }
          facts.add(new Known(name, value, ground, events));
        }
        bySituation.put(situation, facts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownDerivations(bySituation);
  }
}
