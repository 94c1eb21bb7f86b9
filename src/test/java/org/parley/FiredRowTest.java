package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiredRowTest {
  private final FiredRow row =
      new FiredRow(
          "id", "table", 1, "why", "", List.of(), List.of("b", "a"), List.of("2", "1"), true);

  @Test
  void inputsStandInTheirOrder() {
    assertThat(row.inputs().keySet()).containsExactly("b", "a");
    assertThat(row.inputs().values()).containsExactly("2", "1");
    assertThat(row.inputs()).hasToString("{b=2, a=1}").containsEntry("a", "1").hasSize(2);
    assertThat(row.inputs().get("c")).isNull();
  }

  @Test
  void twoListsOrAMapMakeTheSameRow() {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("b", "2");
    inputs.put("a", "1");
    FiredRow same = new FiredRow("id", "table", 1, "why", "", List.of(), inputs, true);
    inputs.put("c", "3");

    assertThat(same).isEqualTo(row).hasSameHashCodeAs(row);
    assertThat(same.inputs()).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void inputsCannotBeChanged() {
    assertThatThrownBy(() -> row.inputs().put("a", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> row.inputs().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
