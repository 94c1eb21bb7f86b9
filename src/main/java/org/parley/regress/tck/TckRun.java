package org.parley.regress.tck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.PlainFile;
import org.parley.regress.tck.TckOutcome.Verdict;

/** Runs the test-case files below a folder, each on its own raw model. */
public final class TckRun {
  // a thread that never ends costs a processor, so a model gets only so many
  private static final int MOST_LATE = 3;

  // the engine may still have to warm up
  private static final Duration LEAST_TO_LOAD = Duration.ofSeconds(10);

  private final TimeLimit limit;
  private final TimeLimit toLoad;

  /**
   * A run.
   *
   * @param limit how long one test may take
   */
  public TckRun(Duration limit) {
    this.limit = new TimeLimit(limit);
    this.toLoad = new TimeLimit(limit.compareTo(LEAST_TO_LOAD) < 0 ? LEAST_TO_LOAD : limit);
  }

  /**
   * Runs all tests below a folder.
   *
   * @throws ParleyException if there are none
   */
  public TckResult run(Path folder) {
    List<TckOutcome> outcomes =
        files(folder).parallelStream().map(this::outcomes).flatMap(List::stream).toList();
    if (outcomes.isEmpty()) {
      throw refused(folder, "holds no test cases of the DMN TCK");
    }
    return new TckResult(outcomes);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw refused(folder, Files.exists(folder) ? "is not a folder" : "does not exist");
    }
    return PlainFile.below(
            folder,
            folder.toString(),
            f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
        .stream()
        .sorted()
        .toList();
  }

  private static ParleyException refused(Path folder, String why) {
    return new ParleyException(List.of(Problem.in(folder.toString(), why)));
  }

  private List<TckOutcome> outcomes(Path path) {
    Place place = Place.of(path);
    TckFile file;
    try {
      TckXml xml = TckXml.read(path);
      if (!TckFile.isOne(xml)) {
        return List.of();
      }
      file = TckFile.of(xml);
    } catch (Unusable e) {
      return List.of(place.outcome("", e));
    }
    try {
      RawModel model = toLoad.call(() -> RawModel.load(file.model()));
      return outcomes(new TckTests(model), file, place);
    } catch (Unusable e) {
      return file.tests().stream().map(t -> place.outcome(t.id(), e)).toList();
    }
  }

  private List<TckOutcome> outcomes(TckTests tests, TckFile file, Place place) {
    List<TckOutcome> outcomes = new ArrayList<>();
    int late = 0;
    for (TckFile.Test test : file.tests()) {
      try {
        if (late == MOST_LATE) {
          throw Unusable.broken("not run: %d tests of this file took too long".formatted(late));
        }
        outcomes.add(place.outcome(test.id(), limit.call(() -> tests.objections(test))));
      } catch (Unusable e) {
        late += e.isLate() ? 1 : 0;
        outcomes.add(place.outcome(test.id(), e));
      }
    }
    return outcomes;
  }

  /** Where a test-case file stands, as the kit's own runners name it. */
  private record Place(String level, String folder, String file) {

    static Place of(Path path) {
      Path folder = path.toAbsolutePath().normalize().getParent();
      String file = path.getFileName().toString();
      return new Place(
          name(folder.getParent()), name(folder), file.substring(0, file.lastIndexOf('.')));
    }

    private static String name(Path folder) {
      return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    TckOutcome outcome(String test, List<String> objections) {
      Verdict verdict = objections.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
      return new TckOutcome(level, folder, file, test, verdict, String.join("; ", objections));
    }

    TckOutcome outcome(String test, Unusable why) {
      return new TckOutcome(level, folder, file, test, why.verdict(), why.getMessage());
    }
  }
}
