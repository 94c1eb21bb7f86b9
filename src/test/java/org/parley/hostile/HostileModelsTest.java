package org.parley.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.parley.Advisor;
import org.parley.Copy;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.SealedEngine;

/** No model reaches code, wherever it carries what wants to. */
class HostileModelsTest {
  private static final Path CASE = Path.of("cases", "vietnam-war", "VN-01.yaml");
  private static final int EACH = Boolean.getBoolean("parley.soak") ? 10 : 1;
  private static final int NUMBER = EACH * Place.values().length;

  @TempDir private Path folder;
  @TempDir private Path markers;

  @Test
  void modelsAreOrdinaryButForTheirTexts() throws IOException {
    Copy copy = Copy.into(folder);
    KnowledgeBase before = KnowledgeBase.load(folder);
    for (Place place : Place.values()) {
      copy.write("dmn/hostile.dmn", place.model("\"weak\""));

      assertThat(objections(before))
          .as("%s", place)
          .noneMatch(o -> o.contains("not valid DMN") || o.contains("malformed"));
    }
  }

  private List<String> objections(KnowledgeBase before) {
    try {
      before.changedTo(KnowledgeFiles.of(folder));
      return List.of();
    } catch (ParleyException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void noneIsTakenAndNoneLeavesItsMarker() throws IOException {
    Copy copy = Copy.into(folder);
    KnowledgeBase before = KnowledgeBase.load(folder);
    List<HostileModel> taken = new ArrayList<>();

    List<HostileModel> marked =
        marked(
            model -> {
              copy.write("dmn/hostile.dmn", model.xml());
              List<String> objections = objections(before);
              assertThat(objections).allMatch(o -> o.contains("hostile.dmn"));
              if (objections.isEmpty()) {
                taken.add(model);
                advise();
              }
            });

    assertThat(marked).isEmpty();
    assertThat(taken).allMatch(m -> m.place().isProse());
  }

  private void advise() {
    try (Advisor advisor = Parley.load(folder)) {
      advisor.advise(advisor.readCase(CASE));
    } catch (ParleyException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  /** What the first wall lets through, the second holds. */
  @Test
  void noneLeavesItsMarkerInTheSealedEngine() throws IOException {
    assertThat(
            marked(
                model -> {
                  evaluate(model, SealedEngine::of);
                  evaluate(model, xml -> SealedEngine.strict(List.of(xml)));
                }))
        .isEmpty();
  }

  private static void evaluate(HostileModel model, Function<String, SealedEngine> compiler) {
    SealedEngine engine;
    try {
      engine = compiler.apply(model.xml());
    } catch (IllegalArgumentException e) {
      // the engine takes no PMML
      assertThat(model.place()).isEqualTo(Place.KNOWLEDGE_IN_PMML);
      return;
    }
    for (DMNModel read : engine.models()) {
      DMNContext context = engine.newContext();
      context.set("resilience signal", "weak");
      engine.evaluateAll(read, context);
    }
  }

  /** The control: without walls the models are as hostile as they look. */
  @Test
  void manyLeaveTheirMarkersInThePlainEngine() throws IOException {
    List<HostileModel> marked = marked(PlainEngine::run);

    assertThat(marked.size()).isGreaterThan(NUMBER * 3 / 10);
    assertThat(marked).noneMatch(m -> m.place().isProse());
  }

  private List<HostileModel> marked(Consumer<HostileModel> attempt) throws IOException {
    List<HostileModel> marked = new ArrayList<>();
    for (HostileModel model : HostileModel.some(NUMBER, markers, 12)) {
      try {
        attempt.accept(model);
      } catch (RuntimeException | Error e) {
        fail("%s: %s".formatted(model, e), e);
      }
      if (Files.deleteIfExists(model.marker())) {
        marked.add(model);
      }
    }
    return marked;
  }
}
