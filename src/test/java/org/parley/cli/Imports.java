package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Edits of two tables, in two models, as two CSV files. */
final class Imports {
  static final String FIRST = "need-for-secrecy.csv";
  static final String SECOND = "time-pressure.csv";

  private Imports() {}

  /** The folder with the two tables of a knowledge base. */
  static Path exported(Path base) {
    Path tables = base.resolve("tables");
    Run run =
        Run.of(
            "table",
            "export",
            "--format",
            "csv",
            "--table",
            "need for secrecy",
            "--table",
            "time pressure",
            "--knowledge",
            base.toString(),
            "-o",
            tables.toString());
    assertThat(run.err()).isEmpty();
    return tables;
  }

  /** Has a reason in each table end otherwise. */
  static void edit(Path tables, String edit) throws IOException {
    edit(tables, FIRST, edit);
    edit(tables, SECOND, edit);
  }

  /** Has a reason in a table end otherwise. */
  static void edit(Path tables, String name, String edit) throws IOException {
    Path file = tables.resolve(name);
    String reason = name.equals(FIRST) ? "if contact became known" : "falls within a month";
    String text = Files.readString(file);
    String edited = text.replaceFirst("(" + reason + ")( \\([^)]*\\))?\\.", "$1 (" + edit + ").");
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  /** Whether an edit has reached the model of a table. */
  static boolean isIn(String name, String edit, Path base) throws IOException {
    Path model = base.resolve(name.equals(FIRST) ? "dmn/channels.dmn" : "dmn/ripeness.dmn");
    return Files.readString(model).contains("(" + edit + ").");
  }
}
