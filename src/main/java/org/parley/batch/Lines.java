package org.parley.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.knowledge.Jackson;

/** Writes records as lines of text. Not thread-safe. */
interface Lines {

  /** The line that stands before all others; nothing where there is none. */
  ByteBuffer header();

  /**
   * Adds a line.
   *
   * @param values by column: a text, a number, a list of texts, JSON; or the texts of several
   */
  void add(Object[] values);

  /** What has been added since the last time. */
  ByteBuffer take();

  /** A text that is JSON already. */
  record RawJson(String text) {

    @Override
    public String toString() {
      return text;
    }
  }

  /** The texts of several columns. */
  record Cells(List<String> texts) {}

  /** Lines of the form that the name of a file says. */
  static Lines of(Format format, List<String> columns) {
    return format == Format.JSON_LINES ? new JsonLines(columns) : new CsvLines(columns);
  }

  /** Lines of CSV: lists have blanks between their words. */
  final class CsvLines implements Lines {
    private static final int MOST_KEPT = 20_000;

    private final List<String> columns;
    private final StringBuilder text = new StringBuilder(1 << 16);
    private final Text scratch = new Text();
    private final CsvWriter writer =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(scratch);
    // scorers hand out the same lists again and again
    private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();

    CsvLines(List<String> columns) {
      this.columns = columns;
    }

    @Override
    public ByteBuffer header() {
      add(columns.toArray());
      return take();
    }

    @Override
    public void add(Object[] values) {
      for (int i = 0; i < values.length; i++) {
        if (i > 0) {
          text.append(',');
        }
        text.append(cells(values[i]));
      }
      text.append('\n');
    }

    private String cells(Object value) {
      if (value instanceof String one) {
        return cell(one);
      }
      if (value instanceof Integer number) {
        return number.toString();
      }
      String before = known.get(value);
      return before == null ? keep(value) : before;
    }

    private String keep(Object value) {
      String cells =
          value instanceof Cells several
              ? several.texts().stream().map(this::cell).collect(Collectors.joining(","))
              : value instanceof List<?> words
                  ? cell(words.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                  : value instanceof BigDecimal number
                      ? number.toPlainString()
                      : cell(String.valueOf(value));
      if (known.size() == MOST_KEPT) {
        known.clear();
      }
      known.put(value, cells);
      return cells;
    }

    /** A text as the library quotes it. */
    private String cell(String value) {
      if (value.isEmpty()) {
        return value;
      }
      scratch.all.setLength(0);
      writer.writeRecord(value);
      return scratch.all.substring(0, scratch.all.length() - 1);
    }

    @Override
    public ByteBuffer take() {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
      return bytes;
    }
  }

  /** Text that is written without a lock. */
  final class Text extends Writer {
    private final StringBuilder all = new StringBuilder(1 << 16);

    private Text() {}

    @Override
    public void write(int character) {
      all.append((char) character);
    }

    @Override
    public void write(char[] from, int offset, int length) {
      all.append(from, offset, length);
    }

    @Override
    public void write(String from, int offset, int length) {
      all.append(from, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A JSON object in each line. */
  final class JsonLines implements Lines {
    private final List<String> columns;
    private final JsonFactory json = Jackson.json();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    JsonLines(List<String> columns) {
      this.columns = columns;
    }

    @Override
    public ByteBuffer header() {
      return ByteBuffer.allocate(0);
    }

    @Override
    public void add(Object[] values) {
      try (JsonGenerator line = json.createGenerator(bytes)) {
        line.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        line.writeStartObject();
        int column = 0;
        for (Object value : values) {
          List<?> parts = value instanceof Cells several ? several.texts() : List.of(value);
          for (Object part : parts) {
            line.writeFieldName(columns.get(column++));
            write(line, part);
          }
        }
        line.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes.write('\n');
    }

    private static void write(JsonGenerator line, Object value) throws IOException {
      if (value instanceof List<?> several) {
        line.writeStartArray();
        for (Object one : several) {
          line.writeString(String.valueOf(one));
        }
        line.writeEndArray();
      } else if (value instanceof RawJson raw) {
        line.writeRawValue(raw.text());
      } else if (value instanceof Integer number) {
        line.writeNumber(number);
      } else if (value instanceof BigDecimal number) {
        line.writeNumber(number);
      } else {
        line.writeString(String.valueOf(value));
      }
    }

    @Override
    public ByteBuffer take() {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      bytes.reset();
      return all;
    }
  }
}
