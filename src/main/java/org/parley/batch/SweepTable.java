package org.parley.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.Labelled;
import org.parley.Shown;
import org.parley.author.sheet.CsvDialect;
import org.parley.bulk.CaseColumns;
import org.parley.bulk.Sweep;

/**
 * Writes every variation: a column for each fact that was varied, then {@code posture} and {@code
 * unofficial track}, empty where the tables leave them without an answer. The band of a number is
 * written as its least number.
 */
public final class SweepTable {
  private static final List<String> ANSWERS = List.of("posture", "unofficial track");
  private static final int BUFFER = 1 << 16;

  private SweepTable() {}

  /** The names of the columns. */
  public static List<String> header(CaseSweep sweep) {
    return Stream.concat(sweep.facts().stream(), ANSWERS.stream()).toList();
  }

  /**
   * Writes it as RFC 4180 has it, in UTF-8, block by block.
   *
   * @throws IOException if it cannot be written
   */
  public static void csv(CaseSweep sweep, OutputStream out) throws IOException {
    // closes nothing: the stream is its owner's
    CsvWriter lines =
        CsvWriter.builder()
            .bufferSize(BUFFER)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out, StandardCharsets.UTF_8);
    lines.writeRecord(fields(header(sweep)));
    Lines writer = new Lines(sweep.facts(), lines);
    sweep.forEachBlock(writer::write);
    lines.flush();
  }

  private static String[] fields(List<String> texts) {
    return texts.stream().map(t -> Shown.text(CsvDialect.field(t))).toArray(String[]::new);
  }

  /** Looks the fields up by the codes of their values. */
  private static final class Lines {
    private final List<String> facts;
    private final CsvWriter lines;
    private final String[] line;
    private final List<String[]> words = new ArrayList<>();

    Lines(List<String> facts, CsvWriter lines) {
      this.facts = facts;
      this.lines = lines;
      this.line = new String[facts.size() + ANSWERS.size()];
    }

    void write(CaseColumns room, Sweep sweep, int count) throws IOException {
      if (words.isEmpty()) {
        facts.forEach(f -> words.add(fields(room.values(f))));
        words.add(fields(labels(sweep.postures().stream())));
        words.add(fields(labels(sweep.unofficialTracks().stream())));
      }
      List<byte[]> columns = new ArrayList<>(facts.stream().map(room::column).toList());
      columns.add(sweep.postureCodes());
      columns.add(sweep.unofficialTrackCodes());
      for (int row = 0; row < count; row++) {
        for (int column = 0; column < line.length; column++) {
          line[column] = words.get(column)[columns.get(column)[row] & 0xFF];
        }
        lines.writeRecord(line);
      }
    }

    private static List<String> labels(Stream<? extends Optional<? extends Labelled>> results) {
      return results.map(r -> r.<String>map(Labelled::label).orElse("")).toList();
    }
  }
}
