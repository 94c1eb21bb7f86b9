package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.Copy;
import org.parley.author.sheet.Book;

/** A copy of the knowledge base with case files of its own, and a workbook that they go through. */
record CaseDesk(Copy copy, Path sheet) {

  static CaseDesk in(Path folder) throws IOException {
    Copy copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    Files.createDirectories(copy.folder().resolve("cases"));
    return new CaseDesk(copy, folder.resolve("cases.xlsx"));
  }

  /** A file of a case without much in it. */
  static String small(String id, String facts) {
    return """
        id: %s
        title: A case
        as of: 1968-04-02
        deciding party: North Vietnam
        adversary: United States
        facts:
        %s
        """
        .formatted(id, facts.indent(2).stripTrailing());
  }

  CaseDesk write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  CaseDesk write(String name, byte[] content) throws IOException {
    Files.write(copy.folder().resolve("cases").resolve(name), content);
    return this;
  }

  String read(String name) {
    return copy.read("cases/" + name);
  }

  /** What the case files hold, by their names. */
  Map<String, String> contents() throws IOException {
    Path cases = copy.folder().resolve("cases");
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(cases)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = cases.relativize(file).toString().replace('\\', '/');
        contents.put(name, Files.readString(file));
      }
    }
    return contents;
  }

  Run run(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--knowledge", copy.folder().toString()));
    return Run.of(all.toArray(String[]::new));
  }

  /** All cases as a workbook. */
  Book export() {
    Run export = run("case", "export", "-o", sheet.toString(), "--force");
    assertThat(export.code()).as(export.err()).isZero();
    return Book.open(sheet);
  }

  /** Imports the workbook. */
  Run take(String... options) {
    return take(sheet, options);
  }

  Run take(Path file, String... options) {
    return run(
        Stream.concat(Stream.of("case", "import", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  /** The row of a fact, or of a key of the head. */
  static int line(Book book, String sheet, String name) {
    for (int row = 2; row <= book.rows(sheet); row++) {
      boolean marked = !book.says(sheet, "A" + row).isEmpty();
      if (marked && book.says(sheet, "B" + row).equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no line of " + name);
  }

  /** The row of the first event. */
  static int events(Book book, String sheet) {
    for (int row = 2; row <= book.rows(sheet); row++) {
      if (book.says(sheet, "B" + row).equals("date")) {
        return row + 1;
      }
    }
    throw new AssertionError("no events");
  }

  /** The lines that stand in one text and not in the other. */
  static List<String> without(String text, String other) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    other.lines().forEach(lines::remove);
    return lines;
  }
}
