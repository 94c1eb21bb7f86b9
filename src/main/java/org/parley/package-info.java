/**
 * The embedding API: {@link org.parley.Parley} loads a knowledge base, an {@link
 * org.parley.Advisor} advises on a {@link org.parley.Case}, an {@link org.parley.Advice} explains
 * itself. All results are immutable, and no type of a rules engine appears in a signature.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
@NullMarked
package org.parley;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
