package org.parley.bulk;

import java.util.Optional;
import org.parley.Advice;
import org.parley.Case;
import org.parley.ParleyException;

/**
 * What came of one case among many.
 *
 * @param subject the case
 * @param advice the advice; empty where there is none
 * @param trouble why there is none; empty where there is one
 */
public record AdvisedCase(
    Case subject, Optional<Advice> advice, Optional<ParleyException> trouble) {}
