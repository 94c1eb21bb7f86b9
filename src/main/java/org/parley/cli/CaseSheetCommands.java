package org.parley.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.history.Occasion;
import org.parley.author.sheet.CaseData;
import org.parley.author.sheet.CaseSheetExport;
import org.parley.author.sheet.CaseSheetImport;
import org.parley.author.sheet.CaseSheetImporter;
import org.parley.author.sheet.CsvDialect;
import org.parley.author.sheet.RowConflict;
import org.parley.author.sheet.SheetExport;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.Outcome;
import org.parley.regress.ImpactAnalysis;
import org.parley.report.authoring.CaseImportReport;
import org.parley.report.document.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that take cases to a spreadsheet and back. */
final class CaseSheetCommands {
  private CaseSheetCommands() {}

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Write cases as a spreadsheet, a sheet for each.",
      description = {
        "",
        "Each fact has its value, offered in a list, its reason and how to code it. A name that"
            + " ends in .csv gives one line for each case and one column for each fact; 'case"
            + " import' reads it back.",
        "",
        "With --form the CSV is data for analysis, which nothing reads back: with what was observed"
            + " and expected, with facts that rules derive, and in the long form with origin,"
            + " confidence, reason and source of each value. A CSV that is not written --for a"
            + " spreadsheet has its codebook, the licence of the data and CITATION.cff beside it.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley case export VN-04 VN-05 -o cases.xlsx",
        "  parley case export -o cases.csv --for excel-de",
        "  parley case export -o data/cases.csv --form wide",
        "  parley case export -o data/facts.csv --form long"
      })
  static final class Export implements Callable<Integer> {

    private static final String CITATION = "CITATION.cff";

    @Parameters(
        arity = "0..*",
        paramLabel = "CASE",
        description = "The ids or files of cases; default: all cases of the knowledge base.")
    private List<String> names = new ArrayList<>();

    @Option(
        names = "--for",
        paramLabel = "PROGRAM",
        description = "Who will open the CSV: ${COMPLETION-CANDIDATES}.")
    private CsvDialect dialect;

    @Option(
        names = "--form",
        paramLabel = "LAYOUT",
        description = "Write data for analysis, .csv: ${COMPLETION-CANDIDATES}.")
    private CaseData.Layout layout;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "The file to write, .xlsx or .csv.")
    private Path file;

    @Option(names = "--force", description = "Write also over a file that is no unedited export.")
    private boolean force;

    @Mixin private Knowledge knowledge;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      boolean csv = endsIn(file, ".csv");
      if (!csv && !endsIn(file, ".xlsx")) {
        throw ParleyException.in(file.toString(), "the name must end in .xlsx or .csv");
      }
      if (!csv && dialect != null) {
        throw new ParleyException(
            "--for says how CSV is written; an .xlsx file needs no such thing");
      }
      if (layout != null && (!csv || dialect != null)) {
        throw new ParleyException(
            csv
                ? "--form writes data for programs, and --for a sheet for people: give one of them"
                : "--form says how data are laid out in CSV: let the name end in .csv");
      }
      KnowledgeBase base = knowledge.load();
      List<Case> cases = named(base);
      Map<Path, byte[]> files =
          csv && dialect == null ? data(base, cases) : Map.of(file, sheet(base, cases));
      if (!force) {
        ParleyException.throwIfAny(
            files.entrySet().stream()
                .filter(f -> isEdited(f.getKey(), f.getValue(), csv))
                .map(f -> OutputFiles.edited(f.getKey()))
                .toList());
      }
      files.forEach((path, content) -> new OutputFiles(command).write(path, path, content));
      return Main.FINE;
    }

    private byte[] sheet(KnowledgeBase base, List<Case> cases) {
      CaseSheetExport export = new CaseSheetExport(base.vocabulary(), cases);
      return endsIn(file, ".csv")
          ? bytes(export.csv(dialect == null ? CsvDialect.PLAIN : dialect))
          : export.xlsx();
    }

    /** The cases as CSV, and what whoever analyses them has to know. */
    private Map<Path, byte[]> data(KnowledgeBase base, List<Case> cases) {
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      Map<Path, byte[]> files = new LinkedHashMap<>();
      Path codebook = file.resolveSibling(name + ".codebook.csv");
      if (layout == null) {
        files.put(file, sheet(base, cases));
        files.put(codebook, bytes(CaseData.codebookOfSheet(base.vocabulary())));
      } else {
        try (TableAdvisor advisor = knowledge.advisor(base)) {
          CaseData data = new CaseData(base.vocabulary(), advisor, cases);
          files.put(file, bytes(data.csv(layout)));
          files.put(codebook, bytes(data.codebook(layout)));
        }
      }
      beside("LICENSE").ifPresent(f -> files.put(file.resolveSibling(name + ".licence.txt"), f));
      beside(CITATION).ifPresent(f -> files.put(file.resolveSibling(CITATION), f));
      return files;
    }

    /** A file that lies beside the cases, or beside the knowledge base. */
    private Optional<byte[]> beside(String name) {
      Optional<byte[]> found =
          Stream.of(knowledge.caseFolder(), knowledge.folder())
              .map(folder -> folder.resolve(name))
              .filter(Files::isRegularFile)
              .findFirst()
              .map(CaseFiles::content);
      if (found.isEmpty()) {
        knowledge.note("there is no %s beside the cases, so none is written".formatted(name));
      }
      return found;
    }

    private static boolean isEdited(Path path, byte[] content, boolean csv) {
      if (!Files.isRegularFile(path) || path.toFile().length() == 0) {
        return false;
      }
      byte[] there = CaseFiles.content(path);
      return !Arrays.equals(there, content) && (csv || !SheetExport.isUnedited(there));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Case> named(KnowledgeBase base) {
      if (names.isEmpty()) {
        return knowledge.cases(base.vocabulary(), null);
      }
      List<Case> all = knowledge.history(base.vocabulary());
      List<Case> cases = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (String name : names) {
        all.stream()
            .filter(c -> c.id().equals(name))
            .findFirst()
            .ifPresentOrElse(
                cases::add,
                () -> {
                  if (CaseFiles.isCaseFile(name) && Files.isRegularFile(Path.of(name))) {
                    cases.add(knowledge.readCase(base.vocabulary(), Path.of(name)).subject());
                  } else {
                    List<String> ids = all.stream().map(Case::id).toList();
                    problems.add(
                        Problem.of(
                            "there is no case '%s'%s".formatted(name, Nearest.hint(name, ids))));
                  }
                });
      }
      ParleyException.throwIfAny(problems);
      return cases;
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Read edited cases back: what is wrong, or what changes.",
      description = {
        "",
        "Shows what changes, case by case, and which of them get other advice. Writes nothing"
            + " without --save, and nothing while a cell is wrong. What is not edited stays byte"
            + " for byte as it is, and so does what somebody else has changed since the export. A"
            + " sheet with a new id becomes a new file.",
        "",
        "Ends with 2 if a recommendation that a case pins changes, or if two people edited one"
            + " cell.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley case import cases.xlsx",
        "  parley case import cases.xlsx --save --reason \"coded anew\""
      })
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A spreadsheet (.xlsx) or a CSV file.")
    private Path file;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "DIR",
        description = "Where the case files are; default: cases/ of the knowledge base.")
    private Path folder;

    @Option(names = "--save", description = "Save the changes if nothing is wrong.")
    private boolean save;

    @ArgGroup private Preferred preferred;

    @Option(
        names = "--encoding",
        paramLabel = "NAME",
        description = "The encoding of a CSV file that is none of UTF-8 and UTF-16: windows-1252.")
    private Charset charset;

    @Mixin private Attribution attribution;
    @Mixin private Form form;
    @Mixin private Knowledge knowledge;

    private final Terminal terminal;

    Import(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Form.Format format = form.of(null);
      KnowledgeBase base = knowledge.load();
      Path cases = folder == null ? knowledge.caseFolder() : folder;
      if (!Files.isDirectory(cases)) {
        throw ParleyException.in(cases.toString(), "there is no such folder");
      }
      CaseHistory history = knowledge.caseHistory(cases);
      Occasion occasion = attribution.occasion();
      String name = String.valueOf(file.getFileName());
      Map<String, String> lastSaid = history.history().lastSaid(occasion.author(), name);
      ReadCases there = ReadCases.of(base.vocabulary(), cases);
      RowConflict.Side side = preferred == null ? null : preferred.side();
      CaseSheetImport read =
          knowledge.watch(
              "reading " + file,
              () ->
                  CaseSheetImporter.read(
                      base.vocabulary(), there, cases, lastSaid, file, charset, side));
      if (!read.problems().isEmpty() && format == Form.Format.text) {
        throw new ParleyException(read.problems());
      }
      // before anything is saved: what is saved is what was shown
      Effect effect = read.changes() ? effect(base, there, read) : new Effect(List.of(), Map.of());
      List<String> saved = List.of();
      if (save && read.changes()) {
        history.save(
            occasion.from(name, read.said()),
            base.files(),
            f -> there.byFile().containsKey(f) ? there.content(f) : null,
            read.files());
        saved = read.cases().stream().map(CaseSheetImport.CaseChange::file).toList();
      }
      Report report =
          CaseImportReport.of(read, caution(base, read), effect.moved(), effect.added(), saved);
      terminal.out().print(form.write(report, null, terminal.style()));
      terminal.out().flush();
      if (!read.problems().isEmpty()) {
        return Main.REFUSED;
      }
      return !read.conflicts().isEmpty() || effect.moved().stream().anyMatch(Move::changesPinned)
          ? Main.FINDINGS
          : Main.FINE;
    }

    /** What an import does to the advice: the cases that move, and what is advised on new ones. */
    private record Effect(List<Move> moved, Map<String, Outcome> added) {}

    private Effect effect(KnowledgeBase base, ReadCases there, CaseSheetImport read) {
      CaseFiles files = new CaseFiles(base.vocabulary());
      List<Case> before = new ArrayList<>();
      List<Case> after = new ArrayList<>();
      List<Case> added = new ArrayList<>();
      read.files()
          .forEach(
              (changed, content) -> {
                Case now = files.read(changed.toString(), content);
                if (there.byFile().containsKey(changed)) {
                  before.add(there.byFile().get(changed));
                  after.add(now);
                } else {
                  added.add(now);
                }
              });
      try (TableAdvisor advisor = knowledge.advisor(base)) {
        return knowledge.watch(
            "advising",
            () ->
                new Effect(
                    ImpactAnalysis.moves(base, advisor, before, after),
                    ImpactAnalysis.outcomes(base, advisor, added)));
      }
    }

    private static String caution(KnowledgeBase base, CaseSheetImport read) {
      return read.files().isEmpty() || base.rules().run() || base.rules().sources().isEmpty()
          ? ""
          : "No rule was run, because nobody vouched for them: what events say has no part in the"
              + " advice here. Say --trust-rules to have it counted.";
    }

    /** Whose words count where a cell was edited in the sheet and in the case file. */
    static final class Preferred {
      @Option(
          names = "--mine",
          description = "Where a cell was edited on both sides, take the sheet's words.")
      private boolean mine;

      @Option(
          names = "--theirs",
          description = "Where a cell was edited on both sides, keep the case file's words.")
      private boolean theirs;

      private RowConflict.Side side() {
        return mine ? RowConflict.Side.MINE : theirs ? RowConflict.Side.THEIRS : null;
      }
    }
  }

  private static boolean endsIn(Path file, String extension) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
