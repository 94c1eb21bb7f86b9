package org.parley.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the benchmark finds out, in the order in which it is reported. */
enum Ratio {
  ENCODED_VS_KIE("encoded", "KIE", 300),
  ENCODED_VS_JDMN("encoded", "jDMN", 15),
  ENCODED_VS_CAMUNDA_JUEL("encoded", "Camunda", 150),
  ENCODED_VS_HAND("encoded", "hand-written", 0.5),
  FULL_VS_KIE_LISTENER("full", "KIE with listener", 40),
  SWEEP_VS_KIE("sweep", "KIE", 2_000),
  SWEEP_VS_JDMN("sweep", "jDMN", 100),
  SWEEP_VS_HAND("sweep", "hand-written", 3),
  MILLION_SWEEP_CPU_S("sweep", "processor seconds for a million cases", 0.1),
  PIPELINE_VS_DROOLS_POOL("pipeline", "Drools session pool", 0.5),
  COLD_VS_KIE("cold", "KIE", 1.5),
  TWO_THREAD_SCALING("full", "two threads to one", 1.7),
  BYTES_PER_FULL_ADVICE("full", "bytes allocated by advice", 60_000),
  OWN_TABLES_S("cold", "seconds to load tables of one's own", 3),
  BULK_ENCODE_US("bulk", "microseconds to encode a case", 3);

  private static final Set<Ratio> COSTS =
      EnumSet.of(
          MILLION_SWEEP_CPU_S, COLD_VS_KIE, BYTES_PER_FULL_ADVICE, OWN_TABLES_S, BULK_ENCODE_US);

  private final String path;
  private final String against;
  private final double goal;

  Ratio(String path, String against, double goal) {
    this.path = path;
    this.against = against;
    this.goal = goal;
  }

  /** Its name in {@code ratios.json}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path that it is measured on. */
  String path() {
    return path;
  }

  /** The contender that Parley is measured against, or what is measured. */
  String against() {
    return against;
  }

  /** The goal in words. */
  String goal() {
    String number =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(goal);
    return (isCost() ? "≤ " : "≥ ") + number;
  }

  /** Whether a value meets the goal. */
  boolean isMet(double value) {
    return isCost() ? value <= goal : value >= goal;
  }

  private boolean isCost() {
    return COSTS.contains(this);
  }
}
