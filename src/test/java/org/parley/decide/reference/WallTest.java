package org.parley.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.feel.FEEL;
import org.parley.knowledge.EngineLoader;

/** Cells and columns that are put to FEEL by themselves reach no code either. */
class WallTest {
  private static final Set<String> NAMES = Set.of("signal");

  @TempDir private Path folder;
  private Path marker;
  private String hostile;

  @BeforeEach
  void write() {
    marker = folder.resolve("mark");
    hostile =
        ("{f: function(s) external {java: {class: \"org.parley.hostile.Marker\", method signature:"
                + " \"leave(java.lang.String)\"}}, r: f(\"%s\")}.r")
            .formatted(marker.toString().replace("\\", "\\\\"));
  }

  @Test
  void theTextDoesRunCodeInFeelAsItComes() {
    FEEL feel = FEEL.newInstance(WallTest.class.getClassLoader(), List.of());

    assertThat(feel.evaluate(hostile)).isEqualTo("left");
    assertThat(marker).exists();
  }

  @Test
  void aColumn() {
    assertThat(Prober.valueOf(hostile, Map.of("signal", "weak"))).isNull();
    assertThat(marker).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s = \"left\"",
        "not(%s)",
        "[%s..\"z\"]",
        "if ? = \"weak\" then %s else %s",
        "\"a\",%s"
      })
  void aCell(String cell) {
    Prober prober = new Prober(NAMES);
    String text = cell.replace("%s", hostile);

    attempt(() -> prober.accepts(text, "weak", Map.of(), new HashSet<>()));
    attempt(() -> prober.value(text, Map.of("?", "weak"), new HashSet<>()));
    attempt(() -> prober.rank(text, "weak"));

    assertThat(marker).doesNotExist();
  }

  private static void attempt(Callable<?> asked) {
    try {
      asked.call();
    } catch (Exception e) {
      assertThat(e).isInstanceOf(Prober.Unfit.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System",
        "java.lang.Math",
        "org.parley.Parley",
        "org.drools.util.IoUtils",
        "org.kie.dmn.feel.FEEL",
        "[Ljava.lang.String;"
      })
  void noClassIsToBeHad(String name) {
    assertThat(classOf(name)).isEqualTo("refused");
    assertThat(EngineLoader.<String>within(() -> classOf(name))).isEqualTo("refused");
    assertThat(EngineLoader.instance().getResource("META-INF/MANIFEST.MF")).isNull();
  }

  private static String classOf(String name) {
    try {
      return Class.forName(name, false, EngineLoader.instance()).getName();
    } catch (ClassNotFoundException | SecurityException e) {
      return "refused";
    }
  }

  @Test
  void theEngineDoesAllThatItIsFor() {
    FEEL feel = EngineLoader.feel();

    assertThat(EngineLoader.within(() -> feel.evaluate("matches(\"ABC\", \"abc\", \"i\")")))
        .isEqualTo(true);
    assertThat(EngineLoader.within(() -> feel.evaluate("replace(\"abc\", \"B\", \"x\", \"i\")")))
        .isEqualTo("axc");
  }

  @Test
  void theThreadHasItsLoaderBack() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();

    ClassLoader during = EngineLoader.within(thread::getContextClassLoader);

    assertThat(during).isSameAs(EngineLoader.instance());
    assertThat(thread.getContextClassLoader()).isSameAs(before);
  }
}
