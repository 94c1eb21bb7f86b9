package org.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.history.Entry;
import org.parley.author.history.FileChange;
import org.parley.author.sheet.SheetExport;
import org.parley.author.sheet.SheetFolder;
import org.parley.author.sheet.SheetImport;
import org.parley.author.sheet.SheetImporter;
import org.parley.author.words.CaseRewording;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.authoring.ReviewReport;
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
      "  parley table import tables.xlsx --save"
    },
    subcommands = {TableCommand.Export.class, TableCommand.Import.class})
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
        "Cells are in plain words and offer their values in lists. The first sheet says how to edit.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley table export -o tables.xlsx",
        "  parley table export --table posture --table ripeness -o two.xlsx",
        "  parley table export --format csv -o tables"
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
        defaultValue = "xlsx",
        description = "${COMPLETION-CANDIDATES}; csv writes one file for each table.")
    private SheetFormat format;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "The file to write; with csv, the folder.")
    private Path file;

    @Option(names = "--force", description = "Write also over sheets that somebody has edited.")
    private boolean force;

    @Mixin private Knowledge knowledge;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      SheetExport export = new SheetExport(knowledge.load(), tables);
      OutputFiles files = new OutputFiles(command);
      try {
        if (format == SheetFormat.csv) {
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

    private ParleyException unreadable(IOException e) {
      return new ParleyException(
          List.of(Problem.in(file.toString(), "cannot be read: " + FileTrouble.of(e))));
    }

    private void csv(SheetExport export, OutputFiles files) throws IOException {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      export.csv().forEach((n, text) -> contents.put(n, text.getBytes(StandardCharsets.UTF_8)));
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
        throw new ParleyException(
            edited.stream()
                .map(
                    f ->
                        Problem.in(
                            f.toString(),
                            "was edited, or is no export: import it first, or write over it with"
                                + " --force"))
                .toList());
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
            + " it is. Ends with 2 if a recommendation that a case pins changes.",
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

    @Mixin private Attribution attribution;
    @Mixin private Form form;
    @Mixin private Knowledge knowledge;
    @Mixin private Output output;

    @Override
    public Integer call() {
      KnowledgeBase base = knowledge.load();
      SheetImport read = knowledge.watch("reading " + file, () -> SheetImporter.read(base, file));
      if (!read.problems().isEmpty() && output.format(form) == Form.Format.text) {
        throw new ParleyException(read.problems());
      }
      boolean fine = read.problems().isEmpty();
      // before anything is saved: what is saved is what was shown
      Optional<ChangeReview> review =
          fine && read.changes() ? Optional.of(review(base, read)) : Optional.empty();
      List<String> saved = save && fine ? save(read) : List.of();
      output.write(ReviewReport.of(read, review.orElse(null), saved), form);
      if (!fine) {
        return Main.REFUSED;
      }
      return review.stream().anyMatch(ChangeReview::hasFindings) ? Main.FINDINGS : Main.FINE;
    }

    private ChangeReview review(KnowledgeBase base, SheetImport read) {
      try (ChangeReviewer reviewer =
          new ChangeReviewer(base, () -> knowledge.history(base.vocabulary()))) {
        Version after = new Version(String.valueOf(file.getFileName()), read.after());
        return knowledge.watch(
            "comparing the two",
            () -> reviewer.review(new Version("the tables as they are", base), after));
      }
    }

    private List<String> save(SheetImport read) {
      List<FileChange> files =
          new ArrayList<>(FileChange.between(read.before().files(), read.files()));
      // what is called otherwise from now on is called so in the case files too
      files.addAll(
          CaseRewording.of(read.before(), read.after(), WordCommands.caseFiles(knowledge)));
      return knowledge
          .history()
          .save(attribution.occasion(), Optional.of(read.before().files()), files)
          .map(Entry::names)
          .orElse(List.of());
    }
  }
}
