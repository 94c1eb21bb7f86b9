package org.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.diff.ChangeReview;
import org.parley.author.history.Entry;
import org.parley.author.history.FileChange;
import org.parley.author.save.RowDescriptions;
import org.parley.author.sheet.CsvDialect;
import org.parley.author.sheet.RowConflict.Side;
import org.parley.author.sheet.SheetExport;
import org.parley.author.sheet.SheetFolder;
import org.parley.author.sheet.SheetImport;
import org.parley.author.sheet.SheetImporter;
import org.parley.author.words.CaseRewording;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.report.authoring.ReviewReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Edit the decision tables in a spreadsheet: export them, import them again.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  parley table export -o tables.xlsx",
      "  parley table import tables.xlsx",
      "  parley table import tables.xlsx --save",
      "  parley table annotations --as-description --save"
    },
    subcommands = {
      TableCommand.Export.class,
      TableCommand.Import.class,
      TableCommand.Annotations.class
    })
final class TableCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Write the tables as a spreadsheet, a sheet for each.",
      description = {
        "",
        "Cells are in plain words and offer their values in lists. The first sheets list the tables"
            + " and say how to edit them.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley table export -o tables.xlsx",
        "  parley table export --table posture --table ripeness -o two.xlsx",
        "  parley table export --table posture -o posture.csv",
        "  parley table export --format csv -o tables",
        "  parley table export --for excel-de -o tables"
      })
  static final class Export implements Callable<Integer> {

    enum SheetFormat {
      xlsx,
      csv
    }

    @Option(
        names = "--table",
        paramLabel = "NAME",
        description = "Only the table of this decision; may be repeated.")
    private List<String> tables = new ArrayList<>();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "${COMPLETION-CANDIDATES}; csv writes one file for each table. Default: what the name of"
                + " FILE ends in; csv with --for.")
    private SheetFormat format;

    @Option(
        names = "--for",
        paramLabel = "PROGRAM",
        description =
            "Who will open the CSV: ${COMPLETION-CANDIDATES}. excel-de has semicolons and decimal"
                + " commas, both Excels a byte order mark; plain, the default, is for programs.")
    private CsvDialect dialect;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description =
            "The file to write, .xlsx or, for one table, .csv; with csv, else the folder.")
    private Path file;

    @Option(names = "--force", description = "Write also over sheets that somebody has edited.")
    private boolean force;

    @Mixin private Knowledge knowledge;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      if (format == SheetFormat.xlsx && dialect != null) {
        throw new ParleyException(
            "--for says how CSV is written; an .xlsx file needs no such thing");
      }
      SheetFormat chosen = chosen();
      SheetExport export = new SheetExport(knowledge.loadTables(), tables);
      OutputFiles files = new OutputFiles(command);
      try {
        if (chosen == SheetFormat.csv && ending().equals("csv") && !Files.isDirectory(file)) {
          oneCsv(export, files);
        } else if (chosen == SheetFormat.csv) {
          csv(export, files);
        } else {
          refuseEdited(
              Stream.of(file)
                  .filter(f -> isThere(f))
                  .filter(f -> !SheetExport.isUnedited(content(f)))
                  .toList());
          files.write(file, file, export.xlsx());
        }
      } catch (UncheckedIOException e) {
        throw unreadable(e.getCause());
      } catch (IOException e) {
        throw unreadable(e);
      }
      return Main.FINE;
    }

    private String ending() {
      return Form.ending(file);
    }

    /** The form that the name says, or else the options; never one under the name of another. */
    private SheetFormat chosen() {
      SheetFormat said = dialect == null ? format : SheetFormat.csv;
      String ending = ending();
      boolean stream = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
      for (SheetFormat named : SheetFormat.values()) {
        if (ending.equals(named.name()) && !Files.isDirectory(file)) {
          if (said != null && said != named) {
            throw refused("the name says .%s and the options say %s".formatted(ending, said));
          }
          return named;
        }
      }
      if (stream) {
        return said == null ? SheetFormat.xlsx : said;
      }
      if (said == null || (said == SheetFormat.xlsx && !ending.isEmpty())) {
        throw refused(
            "tables are written as .xlsx, one of them also as .csv, or all as CSV into a folder with"
                + " --format csv: name the file so");
      }
      return said;
    }

    private ParleyException refused(String message) {
      return ParleyException.in(file.toString(), message);
    }

    private void oneCsv(SheetExport export, OutputFiles files) {
      Map<String, String> csv = export.csv(dialect == null ? CsvDialect.PLAIN : dialect);
      if (csv.size() != 1) {
        throw refused(
            "one .csv file holds one table, and these are %d: name one with --table, or a folder with"
                    .formatted(csv.size())
                + " --format csv");
      }
      byte[] content = csv.values().iterator().next().getBytes(StandardCharsets.UTF_8);
      refuseEdited(
          Stream.of(file).filter(f -> isThere(f) && !Arrays.equals(content(f), content)).toList());
      files.write(file, file, content);
    }

    private ParleyException unreadable(IOException e) {
      return new ParleyException(
          List.of(Problem.in(file.toString(), "cannot be read: " + FileTrouble.of(e))));
    }

    private void csv(SheetExport export, OutputFiles files) throws IOException {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      CsvDialect form = dialect == null ? CsvDialect.PLAIN : dialect;
      export.csv(form).forEach((n, text) -> contents.put(n, text.getBytes(StandardCharsets.UTF_8)));
      SheetFolder earlier = new SheetFolder(file);
      refuseEdited(
          contents.keySet().stream()
              .map(file::resolve)
              .filter(f -> isThere(f))
              .filter(f -> !earlier.wrote(f.getFileName().toString(), content(f)))
              .filter(f -> !Arrays.equals(content(f), contents.get(f.getFileName().toString())))
              .toList());
      String list = earlier.with(contents);
      contents.put(SheetFolder.LIST, list.getBytes(StandardCharsets.UTF_8));
      // the list first: what it does not know counts as edited
      contents.keySet().stream()
          .sorted()
          .forEach(n -> files.write(file, file.resolve(n), contents.get(n)));
    }

    private static boolean isThere(Path sheet) {
      return Files.isRegularFile(sheet) && sheet.toFile().length() > 0;
    }

    private static byte[] content(Path sheet) {
      try {
        return Files.readAllBytes(sheet);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void refuseEdited(List<Path> edited) {
      if (!force && !edited.isEmpty()) {
        throw new ParleyException(edited.stream().map(OutputFiles::edited).toList());
      }
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Read edited tables back: what is wrong, or what changes.",
      description = {
        "",
        "Shows what changes, row by row, and what that does to the cases. Writes nothing without"
            + " --save, and nothing while a cell is wrong. What is not edited stays byte for byte as"
            + " it is, and so does what somebody else has changed since the export.",
        "",
        "Refused are cases without a result and rows that contradict each other, where the edit"
            + " brings them. Ends with 2 then, and if a recommendation that a case pins changes.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley table import tables.xlsx",
        "  parley table import tables.xlsx --save"
      })
  static final class Import implements Callable<Integer> {

    @Parameters(
        paramLabel = "FILE",
        description = "A spreadsheet (.xlsx), a CSV file, or a folder of CSV files.")
    private Path file;

    @Option(names = "--save", description = "Save the changes if nothing is wrong.")
    private boolean save;

    @ArgGroup private Preferred preferred;

    @Option(
        names = "--force",
        description =
            "Save even if cases lose their result or rows contradict each other; needs --reason.")
    private boolean force;

    @Option(
        names = "--encoding",
        paramLabel = "NAME",
        description = "The encoding of CSV files that is none of UTF-8 and UTF-16: windows-1252.")
    private Charset charset;

    @Mixin private Attribution attribution;
    @Mixin private Form form;
    @Mixin private Knowledge knowledge;
    @Mixin private Output output;

    @Override
    public Integer call() {
      if (force && !attribution.hasReason()) {
        throw new ParleyException("--force needs a reason for the history: --reason \"…\"");
      }
      KnowledgeBase base = knowledge.loadTables();
      Side side = preferred == null ? null : preferred.side();
      SheetImport read =
          knowledge.watch(
              "reading " + file,
              () -> SheetImporter.read(base, lastSaid(base), file, charset, side));
      if (!read.problems().isEmpty() && output.format(form) == Form.Format.text) {
        throw new ParleyException(read.problems());
      }
      boolean fine = read.problems().isEmpty();
      // before anything is saved: what is saved is what was shown
      Optional<ChangeReview> review =
          fine && read.changes()
              ? Optional.of(knowledge.review(base, name(), read.after()))
              : Optional.empty();
      boolean refused = !read.conflicts().isEmpty() || !(force || read.harm().faults().isEmpty());
      List<String> saved = save && fine && !refused ? save(read) : List.of();
      output.write(ReviewReport.of(read, review.orElse(null), refused, saved), form);
      if (!fine) {
        return Main.REFUSED;
      }
      return refused || review.stream().anyMatch(ChangeReview::hasFindings)
          ? Main.FINDINGS
          : Main.FINE;
    }

    /** Whose words count where a row was edited in the sheet and in the table. */
    static final class Preferred {
      @Option(
          names = "--mine",
          description = "Where a row was edited on both sides, take the sheet's words.")
      private boolean mine;

      @Option(
          names = "--theirs",
          description = "Where a row was edited on both sides, keep the table's words.")
      private boolean theirs;

      private Side side() {
        return mine ? Side.MINE : theirs ? Side.THEIRS : null;
      }
    }

    /** Tables that come with the program have no history. */
    private Map<String, String> lastSaid(KnowledgeBase base) {
      return base.files().areBuiltIn()
          ? Map.of()
          : knowledge.history().lastSaid(attribution.occasion().author(), name());
    }

    private String name() {
      return String.valueOf(file.getFileName());
    }

    private List<String> save(SheetImport read) {
      List<FileChange> files =
          new ArrayList<>(FileChange.between(read.before().files(), read.files()));
      // what is called otherwise from now on is called so in the case files too
      files.addAll(CaseRewording.of(read.before(), read.after(), knowledge.caseFiles()));
      return knowledge
          .history()
          .save(
              attribution.occasion(force ? "--force" : "").from(name(), read.said()),
              Optional.of(read.before().files()),
              files)
          .map(Entry::names)
          .orElse(List.of());
    }
  }

  @Command(
      name = "annotations",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Write the reasons of rows where other editors show them.",
      description = {
        "",
        "dmn-js and Camunda Modeler show and edit only the description of a row. Where it differs"
            + " from the Why later, parley check says so.",
        ""
      },
      footer = {"", "Examples:", "  parley table annotations --as-description --save"})
  static final class Annotations implements Callable<Integer> {

    @Option(
        names = "--as-description",
        required = true,
        description = "Write the Why of each row into its description as well.")
    private boolean asDescription;

    @Option(names = "--save", description = "Save the files.")
    private boolean save;

    @Mixin private Attribution attribution;
    @Mixin private Knowledge knowledge;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      KnowledgeFiles before = knowledge.files();
      KnowledgeFiles after = RowDescriptions.addTo(before);
      List<String> names =
          before.names().stream().filter(n -> !before.digest(n).equals(after.digest(n))).toList();
      if (save && asDescription && !names.isEmpty()) {
        knowledge.history().save(attribution.occasion(), before, after);
      }
      command
          .commandLine()
          .getOut()
          .println(
              names.isEmpty()
                  ? "Every row has its Why as its description: nothing changes."
                  : (save ? "Saved: %s." : "Would change: %s. Nothing is saved yet: say --save.")
                      .formatted(String.join(", ", names)));
      return Main.FINE;
    }
  }
}
