package org.parley.decide.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTable.Policy;
import org.parley.decide.compile.KnownTables.Known;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.ShippedFiles;

/** What is kept of tables reads back as it was, and what is something else is refused. */
class MaskFileTest {
  private final byte[] shipped = ShippedFiles.read("masks").orElseThrow();

  @Test
  void whatTheBuildWroteReadsBack() {
    KnownTables known = MaskFile.read(shipped);

    assertThat(known.version()).isEqualTo(KnowledgeBase.builtIn().tableVersion());
    assertThat(MaskFile.write(known)).isEqualTo(shipped);
  }

  @Test
  void everyKindOfValueReadsBack() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("text", "yes, \"✓\"");
    context.put("number", new BigDecimal("1.50"));
    context.put("large", new BigDecimal("12345678901234567890"));
    context.put("truth", true);
    context.put("nothing", null);
    context.put("list", Arrays.asList("a", null, List.of(new BigDecimal("-3"))));
    CompiledTable table =
        new CompiledTable(
            Policy.FIRST,
            List.of(new Column(new int[] {0}, new int[] {1}, new long[] {-1, Long.MIN_VALUE, 0})),
            List.of(new Outcome(1, context, 0), new Outcome(2, null, 1)),
            Collections.singletonList(new BigDecimal("7")));
    Map<String, Known> decisions = new LinkedHashMap<>();
    decisions.put("with", Known.of("key", "frame", table));
    decisions.put("without", Known.without("no masks"));

    KnownTables read = MaskFile.read(MaskFile.write(new KnownTables("v", Map.of(), decisions)));

    assertThat(read.decisions().get("without")).isEqualTo(decisions.get("without"));
    CompiledTable again = read.decisions().get("with").table();
    assertThat(again.rows()).isEqualTo(table.rows());
    assertThat(again.otherwise()).isEqualTo(table.otherwise());
    assertThat(again.columns().get(0).masks()).isEqualTo(table.columns().get(0).masks());
  }

  @Test
  void aFileThatIsCutOffIsRefused() {
    for (int length : new int[] {0, 3, 4, 100, shipped.length / 2, shipped.length - 1}) {
      refused(Arrays.copyOf(shipped, length));
    }
  }

  @Test
  void somethingElseIsRefused() {
    refused("masks".getBytes(StandardCharsets.UTF_8));
    refused("[\"masks\", [], []]".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatWasTamperedWithIsReadOrRefused() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] tampered = shipped.clone();
      tampered[random.nextInt(tampered.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        MaskFile.read(tampered);
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageContaining("not a file of masks");
      }
    }
  }

  private static void refused(byte[] bytes) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> MaskFile.read(bytes))
        .withMessageContaining("not a file of masks");
  }
}
