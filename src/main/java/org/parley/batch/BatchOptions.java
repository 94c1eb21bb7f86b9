package org.parley.batch;

import java.util.Optional;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.batch.mapping.Mapping;

/**
 * What is asked of many cases.
 *
 * @param mapping what the columns mean; empty where they are named as facts
 * @param events dated events of the cases
 * @param confidence whether to say how far to rely on each posture, which takes longer
 * @param trace writes the trace of an advice as JSON; empty where none is wanted
 * @param rejects whether a record that cannot be used is kept apart; else it ends the run
 * @param threads how many work at once beside the one that reads and writes
 */
public record BatchOptions(
    Optional<Mapping> mapping,
    EventTable events,
    boolean confidence,
    Optional<Function<Advice, String>> trace,
    boolean rejects,
    int threads) {}
