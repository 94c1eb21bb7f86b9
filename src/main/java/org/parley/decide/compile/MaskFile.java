package org.parley.decide.compile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.answer.Domain;
import org.parley.decide.compile.KnownTables.Known;
import org.parley.knowledge.Jackson;

/**
 * Known tables as bytes: each record is a list of its parts, written as Smile. Jackson's databind
 * could write records by itself, but starts slower than all tables are read.
 */
public final class MaskFile {
  private MaskFile() {}

  public static byte[] write(KnownTables known) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Jackson.smile().createGenerator(bytes)) {
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
    try (JsonParser in = Jackson.smile().createParser(bytes)) {
      in.nextToken();
      List<?> file = list(read(in));
      Map<String, Domain> facts = new LinkedHashMap<>();
      for (Object part : list(file.get(1))) {
        List<?> fact = list(part);
        facts.put((String) fact.get(0), new Domain(list(fact.get(2)), (Boolean) fact.get(1)));
      }
      Map<String, Known> decisions = new LinkedHashMap<>();
      for (Object part : list(file.get(2))) {
        decisions.put((String) list(part).get(0), known(list(part)));
      }
      return new KnownTables((String) file.get(0), facts, decisions);
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
            bytes(table.rows().stream().mapToInt(Outcome::number).toArray()),
            bytes(table.rows().stream().mapToInt(Outcome::wording).toArray()),
            Arrays.asList(table.rows().stream().map(Outcome::result).toArray()),
            table.otherwise(),
            table.columns().stream()
                .map(c -> List.of(bytes(c.slots()), bytes(c.strides()), bytes(c.masks())))
                .toList());
  }

  // loops: this is read at each start, where a lambda costs more than a table
  private static Known known(List<?> parts) {
    if (parts.size() == 2) {
      return Known.without((String) parts.get(1));
    }
    int[] numbers = numbers(parts.get(4));
    int[] wordings = numbers(parts.get(5));
    List<Outcome> rows = new ArrayList<>();
    for (Object result : list(parts.get(6))) {
      rows.add(new Outcome(numbers[rows.size()], result, wordings[rows.size()]));
    }
    List<Column> columns = new ArrayList<>();
    for (Object part : list(parts.get(8))) {
      List<?> column = list(part);
      columns.add(new Column(numbers(column.get(0)), numbers(column.get(1)), masks(column.get(2))));
    }
    Policy policy = Policy.valueOf((String) parts.get(3));
    return Known.of(
        (String) parts.get(1),
        (String) parts.get(2),
        new CompiledTable(policy, columns, rows, parts.get(7)));
  }

  private static List<?> list(Object part) {
    return (List<?>) part;
  }

  private static int[] numbers(Object bytes) {
    IntBuffer numbers = ByteBuffer.wrap((byte[]) bytes).asIntBuffer();
    int[] read = new int[numbers.remaining()];
    numbers.get(read);
    return read;
  }

  private static long[] masks(Object bytes) {
    LongBuffer masks = ByteBuffer.wrap((byte[]) bytes).asLongBuffer();
    long[] read = new long[masks.remaining()];
    masks.get(read);
    return read;
  }

  private static byte[] bytes(int[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    return bytes.array();
  }

  private static byte[] bytes(long[] masks) {
    ByteBuffer bytes = ByteBuffer.allocate(masks.length * Long.BYTES);
    bytes.asLongBuffer().put(masks);
    return bytes.array();
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
      // texts, numbers, truth values and masks, and nothing else that a table could answer
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
      case VALUE_EMBEDDED_OBJECT -> in.getBinaryValue();
      default -> in.getNumberValue();
    };
  }
}
