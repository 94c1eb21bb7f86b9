package org.parley.decide.compile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.answer.Domain;
import org.parley.decide.compile.KnownTables.Known;

/**
 * Known tables as bytes: each record is a list of its parts, written as Smile. Jackson's databind
 * could write records by itself, but starts slower than all tables are read.
 */
public final class MaskFile {
  private MaskFile() {}

  public static byte[] write(KnownTables known) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new SmileFactory().createGenerator(bytes)) {
      List<Object> facts = new ArrayList<>();
      known.facts().forEach((name, d) -> facts.add(List.of(name, d.isBanded(), d.values())));
      List<Object> decisions = new ArrayList<>();
      known.decisions().forEach((name, k) -> decisions.add(parts(name, k)));
      write(List.of(known.version(), facts, decisions), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what was written.
   *
   * @throws UncheckedIOException if the bytes are something else
   */
  public static KnownTables read(byte[] bytes) {
    try (JsonParser in = new SmileFactory().createParser(bytes)) {
      in.nextToken();
      Parts file = new Parts((List<?>) read(in));
      Map<String, Domain> facts = new LinkedHashMap<>();
      file.all(1).forEach(f -> facts.put(f.text(0), new Domain(f.list(2), (Boolean) f.get(1))));
      Map<String, Known> decisions = new LinkedHashMap<>();
      file.all(2).forEach(d -> decisions.put(d.text(0), known(d)));
      return new KnownTables(file.text(0), facts, decisions);
    } catch (IOException | RuntimeException e) {
      throw new UncheckedIOException(new IOException("not a file of masks", e));
    }
  }

  private static List<Object> parts(String name, Known known) {
    CompiledTable table = known.table();
    return table == null
        ? List.of(name, known.reason())
        : Arrays.asList(
            name,
            known.key(),
            known.frame(),
            table.policy().name(),
            table.rows().stream()
                .map(r -> Arrays.asList(r.number(), r.result(), r.wording()))
                .toList(),
            table.otherwise(),
            table.columns().stream()
                .map(
                    c ->
                        List.of(
                            Arrays.stream(c.slots()).boxed().toList(),
                            Arrays.stream(c.strides()).boxed().toList(),
                            Arrays.stream(c.masks()).boxed().toList()))
                .toList());
  }

  private static Known known(Parts parts) {
    return parts.list().size() == 2
        ? Known.without(parts.text(1))
        : Known.of(
            parts.text(1),
            parts.text(2),
            new CompiledTable(
                Policy.valueOf(parts.text(3)),
                parts
                    .all(6)
                    .map(c -> new Column(c.numbers(0), c.numbers(1), c.longNumbers(2)))
                    .toList(),
                parts
                    .all(4)
                    .map(r -> new Outcome((Integer) r.get(0), r.get(1), (Integer) r.get(2)))
                    .toList(),
                parts.get(5)));
  }

  /** The parts of a record, by place. */
  private record Parts(List<?> list) {

    Object get(int place) {
      return list.get(place);
    }

    String text(int place) {
      return (String) list.get(place);
    }

    List<?> list(int place) {
      return (List<?>) list.get(place);
    }

    int[] numbers(int place) {
      return list(place).stream().mapToInt(n -> (Integer) n).toArray();
    }

    long[] longNumbers(int place) {
      return list(place).stream().mapToLong(n -> ((Number) n).longValue()).toArray();
    }

    Stream<Parts> all(int place) {
      return list(place).stream().map(part -> new Parts((List<?>) part));
    }
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object part : list) {
        write(part, out);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> context) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : context.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else {
      // texts, numbers and truth values, and nothing else that a table could answer
      out.writePOJO(value);
    }
  }

  private static Object read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(in));
        }
        yield list;
      }
      case START_OBJECT -> {
        Map<String, Object> context = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          context.put(name, read(in));
        }
        yield context;
      }
      case VALUE_NULL -> null;
      case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
      case VALUE_STRING -> in.getText();
      default -> in.getNumberValue();
    };
  }
}
