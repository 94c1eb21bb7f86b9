/**
 * What Jackson needs to write and read cases, advice and answers as the published schemas say. Both
 * modules are found by Jackson itself, where it is told to look for modules.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
@NullMarked
package org.parley.jackson;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
