package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.regress.Alpha.Level;

class AlphaTest {
  /**
   * The reliability data and results of Krippendorff (2011), Computing Krippendorff's
   * Alpha-Reliability, section C: twelve units, four observers, a point where one has no value.
   */
  private static final List<String> OBSERVERS =
      List.of("12332141 2...", "123322412 5.3", ".33323422 51.", "123324412 51.");

  private static List<List<Double>> units() {
    List<List<Double>> units = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      List<Double> values = new ArrayList<>();
      for (String observer : OBSERVERS) {
        char value = observer.replace(" ", "").charAt(unit);
        if (value != '.') {
          values.add((double) (value - '0'));
        }
      }
      units.add(values);
    }
    return units;
  }

  @ParameterizedTest
  @CsvSource({"NOMINAL, 0.743", "ORDINAL, 0.815", "INTERVAL, 0.849", "RATIO, 0.797"})
  void isThatOfThePublishedExample(Level level, double published) {
    assertThat(Alpha.of(units(), level).orElseThrow()).isCloseTo(published, within(0.0005));
  }

  /** Section A of the same paper: two observers, two values, nothing missing. */
  @Test
  void isThatOfTheExampleWithTwoObservers() {
    String one = "0100000001";
    String other = "1110010000";
    List<List<Double>> units = new ArrayList<>();
    for (int unit = 0; unit < one.length(); unit++) {
      units.add(List.of((double) (one.charAt(unit) - '0'), (double) (other.charAt(unit) - '0')));
    }

    assertThat(Alpha.of(units, Level.NOMINAL).orElseThrow()).isCloseTo(0.095, within(0.0005));
  }

  @Test
  void isOneWhereAllAgreeAndLessThanNothingWhereAllDiffer() {
    assertThat(Alpha.of(List.of(List.of(1.0, 1.0), List.of(2.0, 2.0)), Level.ORDINAL).orElseThrow())
        .isEqualTo(1);
    assertThat(Alpha.of(List.of(List.of(1.0, 2.0), List.of(2.0, 1.0)), Level.NOMINAL).orElseThrow())
        .isNegative();
  }

  @Test
  void isNotThereWithoutVariationOrWithFewerThanTwoPairs() {
    assertThat(Alpha.of(List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)), Level.NOMINAL)).isEmpty();
    assertThat(Alpha.of(List.of(List.of(1.0, 2.0), List.of(3.0)), Level.NOMINAL)).isEmpty();
    assertThat(Alpha.of(List.of(), Level.RATIO)).isEmpty();
    assertThat(Alpha.of(List.of(List.of(0.0, 0.0), List.of(0.0, 0.0)), Level.RATIO)).isEmpty();
  }

  /** What one observer alone has a value for says nothing. */
  @Test
  void leavesOutWhatCannotBePaired() {
    List<List<Double>> paired = units().stream().filter(u -> u.size() > 1).toList();

    assertThat(paired).hasSizeLessThan(units().size());
    assertThat(Alpha.of(units(), Level.ORDINAL)).isEqualTo(Alpha.of(paired, Level.ORDINAL));
  }
}
