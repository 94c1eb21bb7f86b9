package org.parley.decide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.decide.CompiledTable.Column;
import org.parley.decide.CompiledTable.Outcome;
import org.parley.decide.CompiledTable.Policy;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Compiled tables as bytes, kept so that they need not be made again. */
final class MaskFile {
  private static final char NOTHING = '-';
  private static final char TEXT = 't';
  private static final char NUMBER = 'n';
  private static final char TRUTH = 'b';
  private static final char CONTEXT = 'c';
  private static final char LIST = 'l';

  private final String version;
  private final List<String> names;
  private final Map<String, Domain> facts = new LinkedHashMap<>();
  private final Map<String, CompiledTable> tables = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> frames = new HashSet<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private MaskFile(DataInputStream in) throws IOException {
    version = in.readUTF();
    names = readList(in).stream().map(String.class::cast).toList();
    int factCount = in.readInt();
    for (String name : names.subList(0, factCount)) {
      boolean banded = in.readBoolean();
      List<?> values = readList(in);
      facts.put(name, banded ? Domain.banded(starts(values)) : Domain.of(values));
    }
    for (String name : names.subList(factCount, names.size())) {
      if (in.readBoolean()) {
        keys.put(name, in.readUTF());
        frames.add(in.readUTF());
        tables.put(name, readTable(in));
      } else {
        reasons.put(name, in.readUTF());
      }
    }
  }

  static byte[] write(KnowledgeBase knowledge, CompiledTables tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(knowledge.tableVersion());
      writeList(KnownTables.names(knowledge), out);
      out.writeInt(tables.factCount());
      for (Domain domain : tables.facts().values()) {
        out.writeBoolean(domain.isBanded());
        writeList(domain.values(), out);
      }
      Map<String, String> keys = KnownTables.keys(knowledge, tables);
      Map<String, String> reasons = new HashMap<>();
      tables.notCompiled().forEach(n -> reasons.put(n.decision(), n.reason()));
      for (Decision decision : tables.decisions()) {
        CompiledTable table = tables.table(decision.name());
        out.writeBoolean(table != null);
        if (table != null) {
          out.writeUTF(keys.get(decision.name()));
          out.writeUTF(knowledge.frame(decision));
          write(table, out);
        } else {
          out.writeUTF(reasons.get(decision.name()));
        }
      }
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
  static MaskFile read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new MaskFile(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the tables that it was made of. */
  String version() {
    return version;
  }

  /** The tables, for a knowledge base of the same version. */
  CompiledTables tables(KnowledgeBase same) {
    return new CompiledTables(facts, same.decisions(), tables, reasons);
  }

  /** The tables, for any knowledge base. */
  KnownTables known() {
    Map<String, CompiledTable> byKey = new HashMap<>();
    keys.forEach((name, key) -> byKey.put(key, tables.get(name)));
    return new KnownTables(names, byKey, frames);
  }

  /** A band that is "not known" comes first and has no start. */
  private static List<BigDecimal> starts(List<?> values) {
    return values.stream().skip(1).map(BigDecimal.class::cast).toList();
  }

  private static void write(CompiledTable table, DataOutputStream out) throws IOException {
    out.writeUTF(table.policy().name());
    out.writeInt(table.rows().size());
    for (Outcome row : table.rows()) {
      out.writeInt(row.number());
      out.writeInt(row.wording());
      writeValue(row.result(), out);
    }
    writeValue(table.otherwise(), out);
    out.writeInt(table.columns().size());
    for (Column column : table.columns()) {
      write(column.slots(), out);
      write(column.strides(), out);
      out.writeInt(column.masks().length);
      for (long mask : column.masks()) {
        out.writeLong(mask);
      }
    }
  }

  private static CompiledTable readTable(DataInputStream in) throws IOException {
    Policy policy = Policy.valueOf(in.readUTF());
    List<Outcome> rows = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      int wording = in.readInt();
      rows.add(new Outcome(number, readValue(in), wording));
    }
    Object otherwise = readValue(in);
    List<Column> columns = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int[] slots = readInts(in);
      int[] strides = readInts(in);
      long[] masks = new long[in.readInt()];
      for (int i = 0; i < masks.length; i++) {
        masks[i] = in.readLong();
      }
      columns.add(new Column(slots, strides, masks));
    }
    return new CompiledTable(policy, columns, rows, otherwise);
  }

  private static void write(int[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private static void writeValue(Object value, DataOutputStream out) throws IOException {
    if (value instanceof String text) {
      out.writeByte(TEXT);
      out.writeUTF(text);
    } else if (value instanceof BigDecimal number) {
      out.writeByte(NUMBER);
      out.writeUTF(number.toString());
    } else if (value instanceof Boolean truth) {
      out.writeByte(TRUTH);
      out.writeBoolean(truth);
    } else if (value instanceof Map<?, ?> context) {
      out.writeByte(CONTEXT);
      writeList(context.keySet(), out);
      writeList(context.values(), out);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      writeList(list, out);
    } else if (value == null) {
      out.writeByte(NOTHING);
    } else {
      throw new IOException("a value of an unexpected kind: " + value.getClass());
    }
  }

  private static void writeList(Collection<?> list, DataOutputStream out) throws IOException {
    out.writeInt(list.size());
    for (Object part : list) {
      writeValue(part, out);
    }
  }

  private static Object readValue(DataInputStream in) throws IOException {
    return switch ((char) in.readByte()) {
      case TEXT -> in.readUTF();
      case NUMBER -> new BigDecimal(in.readUTF());
      case TRUTH -> in.readBoolean();
      case CONTEXT -> readContext(in);
      case LIST -> readList(in);
      case NOTHING -> null;
      default -> throw new IOException("not a file of masks");
    };
  }

  private static Map<?, ?> readContext(DataInputStream in) throws IOException {
    Map<Object, Object> context = new LinkedHashMap<>();
    List<?> names = readList(in);
    List<?> values = readList(in);
    for (int i = 0; i < names.size(); i++) {
      context.put(names.get(i), values.get(i));
    }
    return context;
  }

  private static List<?> readList(DataInputStream in) throws IOException {
    List<Object> list = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      list.add(readValue(in));
    }
    return list;
  }
}
