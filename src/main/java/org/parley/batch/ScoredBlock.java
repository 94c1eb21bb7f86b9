package org.parley.batch;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.parley.Posture;
import org.parley.Problem;

/**
 * What came of some records.
 *
 * @param block they came from
 * @param lines of those that were scored
 * @param rejects lines of those that cannot be used
 * @param scored how many were scored
 * @param rejected how many cannot be used
 * @param leftOut how many the mapping leaves out
 * @param unanswered how many of those scored the tables leave without an answer
 * @param postures how often each was favoured
 * @param trouble with the first record that cannot be used
 */
record ScoredBlock(
    RecordBlock block,
    ByteBuffer lines,
    ByteBuffer rejects,
    long scored,
    long rejected,
    long leftOut,
    long unanswered,
    Map<Posture, Long> postures,
    Optional<Problem> trouble) {}
