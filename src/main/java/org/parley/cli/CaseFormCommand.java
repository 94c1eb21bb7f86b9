package org.parley.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Begin a case as a form, or edit cases in a spreadsheet.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  parley case new Ethiopia Eritrea -o EE-02.yaml",
      "  parley case export VN-04 -o cases.xlsx",
      "  parley case import cases.xlsx",
      "  parley case import cases.xlsx --save"
    },
    subcommands = {
      CaseFormCommand.New.class,
      CaseSheetCommands.Export.class,
      CaseSheetCommands.Import.class
    })
final class CaseFormCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Write a case file with every fact and event type, ready to fill in.",
      description = {
        "",
        "Each fact comes with its meaning, how to code it and its values, as comments. The file can"
            + " be used as it stands: nothing is known in it.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  parley case new Ethiopia Eritrea",
        "  parley case new \"North Vietnam\" \"United States\" --as-of 1968-04-02 -o VN-09.yaml"
      })
  static final class New implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PARTY", description = "Who is advised.")
    private String party;

    @Parameters(index = "1", paramLabel = "ADVERSARY", description = "Whom it faces.")
    private String adversary;

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        converter = Day.class,
        description = "The day of the advice (YYYY-MM-DD); default: today.")
    private LocalDate asOf;

    @Option(
        names = "--conflict",
        paramLabel = "NAME",
        defaultValue = "",
        description = "The conflict that the case is a phase of.")
    private String conflict;

    // a case may be added to the knowledge base, unlike a result
    @Option(
        names = {"-o", "--output"},
        paramLabel = "CASE",
        description =
            "The file to write; one that is there already stays. Default: standard output.")
    private Path file;

    @Mixin private Knowledge knowledge;
    @Mixin private Attribution attribution;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
      String us = name(party, "PARTY");
      String them = name(adversary, "ADVERSARY");
      if (us.equals(them)) {
        throw new ParleyException(
            "'%s' cannot face itself: name the party that is advised and its adversary"
                .formatted(us));
      }
      if (file != null && Files.exists(file)) {
        throw ParleyException.in(file.toString(), "is there already; it stays as it is");
      }
      if (file != null && !CaseFiles.isCaseFile(file.getFileName().toString())) {
        throw ParleyException.in(
            file.toString(), "a case file that people fill in ends in .yaml or .yml");
      }
      KnowledgeBase base = knowledge.load();
      String template =
          new CaseFiles(base.vocabulary())
              .toForm(
                  Case.builder()
                      .id(id(us, them))
                      .conflict(conflict.strip())
                      .asOf(asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf)
                      .decidingParty(us)
                      .adversary(them)
                      .build());
      if (file == null) {
        command.commandLine().getOut().print(template);
        command.commandLine().getOut().flush();
      } else {
        CaseFolder.save(
            file,
            Map.of(file, template.getBytes(StandardCharsets.UTF_8)),
            base,
            knowledge,
            attribution.occasion(),
            command);
      }
      return Main.FINE;
    }

    private static String name(String given, String label) {
      String name = given.strip();
      if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
        throw new ParleyException("%s is the name of a party, on one line".formatted(label));
      }
      return name;
    }

    /** That of the file, or else one made of the names. */
    private String id(String us, String them) {
      String stem =
          file == null
              ? us + " " + them
              : file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      String id = stem.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^-+|-+$", "");
      return id.isEmpty() ? "case" : file == null ? id.toLowerCase(Locale.ROOT) : id;
    }
  }
}
