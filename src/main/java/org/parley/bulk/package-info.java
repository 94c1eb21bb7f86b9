/**
 * Many cases at once: advice on a stream of them, in their order and on several threads, and the
 * postures of millions of them that stand in columns of codes.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
@NullMarked
package org.parley.bulk;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
