/** Metrics of advice for Micrometer, which whoever uses this has to have on the class path. */
@API(status = API.Status.MAINTAINED, since = "0.1")
@NullMarked
package org.parley.micrometer;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
