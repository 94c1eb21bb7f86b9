package org.parley.batch;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.knowledge.CsvForm;
import org.parley.knowledge.Limit;

/** Records of a CSV file, as they come. */
final class CsvSource implements RecordSource {
  private static final int HEAD = 1 << 16;

  /** A blank line that cannot be read where a quote is open: what stands behind one is no cell. */
  private static final String END = "\n\" \"\n";

  private static final String BLANK = " ";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What programs call a first column that has no name, such as the numbers of the rows. */
  private static final String NAMELESS = "row";

  private final String name;
  private final MarkedInput input;
  private final long size;
  private final Cells cells = new Cells();
  private final CsvReader<Boolean> reader;
  private final Iterator<Boolean> records;
  private final List<String> columns;
  private final int before;

  /**
   * @param name of the file, for messages
   * @param encoding of its text
   * @param size of the input in bytes; 0 where nobody knows
   */
  CsvSource(String name, MarkedInput input, Charset encoding, long size) throws IOException {
    this.name = name;
    this.input = input;
    this.size = size;
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(
                new SequenceInputStream(input, new ByteArrayInputStream(END.getBytes(encoding))),
                encoding
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            HEAD);
    CsvForm form = form(text);
    this.before = form.start() == 0 ? 0 : 1;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(form.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(cells, text);
    this.records = reader.iterator();
    this.columns = header();
    cells.wanted = columns.size();
  }

  /** Looks at the beginning, and goes on behind what is no record. */
  private static CsvForm form(PushbackReader text) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < HEAD) {
      length += read;
      read = text.read(head, length, HEAD - length);
    }
    int mark = length > 0 && head[0] == BYTE_ORDER_MARK ? 1 : 0;
    CsvForm form = CsvForm.of(new String(head, mark, length - mark));
    int from = mark + form.start();
    text.unread(head, from, length - from);
    return form;
  }

  private List<String> header() throws IOException {
    RecordBlock head = new RecordBlock();
    cells.block = head;
    if (!next() || head.size() == 0) {
      throw ParleyException.in(name, "the file is empty: the first line names the columns");
    }
    List<String> names = new ArrayList<>();
    Set<String> twice = new HashSet<>();
    for (int column = 0; column < head.width(0); column++) {
      String heading = head.cell(0, column).strip();
      names.add(heading.isEmpty() && column == 0 ? NAMELESS : heading);
      if (!twice.add(names.get(column))) {
        throw problem(
            head.line(0),
            names.get(column).isEmpty()
                ? "two columns have no name"
                : "the column '%s' stands here twice".formatted(Shown.piece(names.get(column))));
      }
    }
    if (names.size() > Limit.COLUMNS.most()) {
      throw problem(head.line(0), Limit.COLUMNS.exceeded());
    }
    return List.copyOf(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> columnsOfRejects() {
    return columns;
  }

  @Override
  public List<String> rejected(RecordBlock block, int record) {
    List<String> rejected = new ArrayList<>();
    for (int column = 0; column < block.width(record); column++) {
      rejected.add(block.cell(record, column));
    }
    while (rejected.size() < columns.size()) {
      rejected.add("");
    }
    return rejected;
  }

  @Override
  public boolean read(RecordBlock block) throws IOException {
    cells.block = block;
    boolean more = true;
    while (more && !block.isFull()) {
      more = next();
    }
    block.setMark(input.mark());
    return block.size() > 0;
  }

  private boolean next() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      records.next();
      return true;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw problem(
          cells.begun ? cells.line : cells.line + 1,
          "no CSV from here on: is a quote (\") not closed, one too many, or a cell too long?");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private ParleyException problem(long line, String message) {
    return new ParleyException(new Problem(Place.of(name, (int) line), message));
  }

  @Override
  public long position() {
    return input.position();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputMark mark() {
    return input.mark();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Takes the cells as they come. */
  private final class Cells extends AbstractBaseCsvCallbackHandler<Boolean> {
    private @Nullable RecordBlock block;
    private long line;
    private boolean begun;
    // how many cells a record has to have; any number before that is known
    private int wanted = -1;
    // whether the first cell of a record, and then the record, may be the end and no record
    private boolean mayBeEnd;
    private boolean waits;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = before + startingLineNumber;
      begun = true;
    }

    @Override
    protected void handleField(int place, char[] from, int offset, int length, boolean quoted) {
      if (block == null) {
        return;
      }
      if (waits) {
        waits = false;
        block.add(BLANK);
        end(block, line - 1, 1);
      }
      if (quoted && place == 0 && length == 1 && from[offset] == ' ') {
        mayBeEnd = true;
      } else {
        if (mayBeEnd) {
          mayBeEnd = false;
          block.add(BLANK);
        }
        block.add(from, offset, length);
      }
    }

    @Override
    protected Boolean buildRecord() {
      begun = false;
      if (block == null || getRecordType() == RecordType.EMPTY) {
        return true;
      }
      if (mayBeEnd) {
        mayBeEnd = false;
        waits = true;
      } else {
        end(block, line, getFieldCount());
      }
      return true;
    }

    private void end(RecordBlock to, long at, int width) {
      if (wanted < 0 || width == wanted) {
        to.endRecord(at);
      } else {
        to.endRecord(
            at, "it has %d cells, and the first line names %d columns".formatted(width, wanted));
      }
    }
  }
}
