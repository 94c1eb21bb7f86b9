package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** What holds for any edit of any shipped model, however the model is written. */
class ModelTextPropertyTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));
  private static final List<String> MODELS =
      SHIPPED.files().names().stream().filter(n -> n.endsWith(".dmn")).toList();

  @Provide
  Arbitrary<String> models() {
    return Arbitraries.of(MODELS);
  }

  @Property(tries = 26)
  void aModelThatIsNotEditedStaysAsItIs(@ForAll Style style) {
    for (String name : MODELS) {
      byte[] written = style.rewrite(shipped(name));
      ModelText model = ModelText.read(name, written);

      assertThat(model.with(model.tables()).bytes()).isEqualTo(written);
    }
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void theReaderSeesWhatWasDraftedAndTheRestStays(
      @ForAll("models") String name, @ForAll Style style, @ForAll long seed) throws IOException {
    ModelText model = ModelText.read(name, style.rewrite(shipped(name)));
    Random random = new Random(seed);
    TableDraft before = model.tables().get(random.nextInt(model.tables().size()));
    TableDraft draft = new RandomEdits(seed).edit(before, 1 + random.nextInt(6));

    ModelText edited = model.with(draft);

    KnowledgeFiles files = SHIPPED.files().with(name, edited.bytes());
    assertThat(rows(SHIPPED.changedTo(files), draft.decision()))
        .isEqualTo(draft.rows().stream().map(r -> seen(draft, r)).toList());
    assertThat(without(edited, touched(before, draft)))
        .isEqualTo(without(model, touched(before, draft)));
  }

  @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
  void anEditAndItsOppositeLeaveNoTrace(
      @ForAll("models") String name, @ForAll Style style, @ForAll long seed) {
    byte[] written = style.rewrite(shipped(name));
    ModelText model = ModelText.read(name, written);
    Random random = new Random(seed);
    TableDraft before = model.tables().get(random.nextInt(model.tables().size()));
    TableDraft draft = new RandomEdits(seed).edit(before, 1 + random.nextInt(6));
    boolean lost =
        draft.rows().stream().filter(r -> r.origin() >= 0).count() < before.rows().size();

    ModelText back = model.with(draft).with(opposite(before, draft));

    if (lost && (style == Style.COMMENTED || draft.rows().isEmpty())) {
      // what was removed with its comments comes back without them
      assertThat(back.table(draft.decision()).orElseThrow().saysTheSameAs(before)).isTrue();
    } else {
      assertThat(back.encoded().text()).isEqualTo(model.encoded().text());
      assertThat(Arrays.equals(back.bytes(), written)).isTrue();
    }
  }

  /** The table as it was, drafted on the edited file. */
  private static TableDraft opposite(TableDraft before, TableDraft draft) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < draft.rows().size(); i++) {
      places.put(draft.rows().get(i).origin(), i);
    }
    List<RowDraft> rows = new ArrayList<>();
    for (RowDraft row : before.rows()) {
      rows.add(
          new RowDraft(
              places.getOrDefault(row.origin(), RowDraft.NEW),
              RowDraft.NEW,
              row.id(),
              row.tests(),
              row.results(),
              row.annotations()));
    }
    return before.withRows(rows);
  }

  /** The ids of the rows that an edit may write anew. */
  private static Set<String> touched(TableDraft before, TableDraft draft) {
    Set<String> touched = new HashSet<>();
    boolean sameOrder =
        isRising(draft.rows().stream().map(RowDraft::origin).filter(o -> o >= 0).toList());
    Map<Integer, RowDraft> kept = new HashMap<>();
    for (RowDraft row : draft.rows()) {
      kept.put(row.origin(), row);
      if (row.origin() == RowDraft.NEW) {
        touched.add(row.id());
      }
    }
    for (RowDraft row : before.rows()) {
      RowDraft now = kept.get(row.origin());
      if (!sameOrder || now == null || !now.saysTheSameAs(row)) {
        touched.add(row.id());
      }
    }
    return touched;
  }

  private static boolean isRising(List<Integer> numbers) {
    return numbers.equals(numbers.stream().sorted().toList());
  }

  /** The text without some rows, found without the help of the class under test. */
  private static String without(ModelText model, Set<String> rows) {
    String text = model.encoded().text();
    for (String id : rows) {
      text =
          text.replaceFirst(
              "\\s*(<!-- <rule> "
                  + id
                  + " -->\\s*)?"
                  + "<(dmn:)?rule\\s+id\\s*=\\s*([\"'])"
                  + Pattern.quote(id)
                  + "\\3[^>]*>(?s:.*?)</(dmn:)?rule>",
              "");
      text = text.replaceFirst("\\s*<!-- <rule> " + id + " -->", "");
    }
    return text;
  }

  private static List<Seen> rows(KnowledgeBase base, String decision) {
    Decision read = base.decision(decision).orElseThrow();
    return read.table().orElseThrow().rows().stream()
        .map(r -> new Seen(r.id(), r.tests(), r.results(), Map.copyOf(r.annotations())))
        .toList();
  }

  private static Seen seen(TableDraft table, RowDraft row) {
    Map<String, String> notes = new HashMap<>();
    for (int i = 0; i < table.annotations().size(); i++) {
      notes.put(table.annotations().get(i), row.annotations().get(i));
    }
    return new Seen(row.id(), row.tests(), row.results(), Map.copyOf(notes));
  }

  private record Seen(
      String id, List<String> tests, List<String> results, Map<String, String> notes) {}

  private static String shipped(String name) {
    return new String(SHIPPED.files().get(name).orElseThrow(), StandardCharsets.UTF_8);
  }
}
