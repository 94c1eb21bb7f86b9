package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;
import org.parley.regress.Agreement;
import org.parley.regress.Agreement.Coder;
import org.parley.regress.AgreementResult;
import org.parley.report.regression.AgreementReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "agree",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Compare codings of the same cases: how far coders agree, and what that does.",
    description = {
      "",
      "Each file or folder is the work of one coder. Codings of one case share its id; two files are"
          + " two codings of one case whatever their ids are. Shown are Krippendorff's alpha for"
          + " each fact, how often one coder knows what another one does not, and which differences"
          + " turn the advice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley agree VN-04.yaml VN-04-second-coder.yaml",
      "  parley agree coded/anna coded/ben coded/carla",
      "  parley agree coded/anna coded/ben --all --format html -o agreement.html"
    })
final class AgreeCommand implements Callable<Integer> {

  private static final int FEW = 3;

  @Parameters(
      paramLabel = "CODING",
      arity = "1..*",
      description = "Case files, or folders of them: one for each coder.")
  private List<Path> codings;

  @Option(
      names = "--all",
      description = "Tell every difference that turns a coding, not only the first of each case.")
  private boolean all;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (codings.size() < 2) {
      throw new ParleyException(
          "'%s' is the work of one coder: give two or more files or folders to compare"
              .formatted(codings.get(0)));
    }
    KnowledgeBase base = knowledge.load();
    refuseTwice();
    Path shared = shared();
    List<Coder> coders =
        codings.stream()
            .map(c -> new Coder(relative(shared, c), cases(base.vocabulary(), c)))
            .toList();
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      AgreementResult result =
          knowledge.watch(
              "comparing the codings",
              () -> new Agreement(advisor, base.vocabulary()).of(coders, areTwoFiles()));
      if (result.cases() == 0) {
        throw new ParleyException(
            "no case is coded by two of them: codings of one case share its id, or are given as two"
                + " files");
      }
      output.write(AgreementReport.of(result, all ? Integer.MAX_VALUE : FEW), form);
    }
    return Main.FINE;
  }

  /** Two files are two codings of one case whatever their ids are. */
  private boolean areTwoFiles() {
    return codings.size() == 2 && codings.stream().allMatch(Files::isRegularFile);
  }

  private List<Case> cases(Vocabulary words, Path coding) {
    List<Case> cases = knowledge.cases(words, coding);
    Set<String> ids = new HashSet<>();
    ParleyException.throwIfAny(
        cases.stream()
            .filter(subject -> !ids.add(subject.id()))
            .map(
                subject ->
                    Problem.in(
                        coding.toString(),
                        "codes the case '%s' twice: a coder codes a case once"
                            .formatted(subject.id())))
            .toList());
    return cases;
  }

  /** The folder that all codings lie in. */
  private Path shared() {
    Path shared = whole(codings.get(0)).getParent();
    while (shared != null && !isAboveAll(shared)) {
      shared = shared.getParent();
    }
    return shared;
  }

  private boolean isAboveAll(Path folder) {
    return codings.stream()
        .allMatch(c -> whole(c).getParent() != null && whole(c).getParent().startsWith(folder));
  }

  /** A coder goes by what the codings do not share. */
  private static String relative(Path shared, Path coding) {
    return shared == null
        ? coding.toString()
        : shared.relativize(whole(coding)).toString().replace('\\', '/');
  }

  private static Path whole(Path coding) {
    return coding.toAbsolutePath().normalize();
  }

  private void refuseTwice() {
    Set<Path> seen = new HashSet<>();
    for (Path coding : codings) {
      if (!seen.add(whole(coding))) {
        throw ParleyException.in(
            coding.toString(), "is given twice: a coder agrees with itself in all");
      }
    }
  }
}
