/**
 * Assembles the {@link org.parley.Advice}: verdicts, reasons, topics and the trace that they follow
 * from.
 */
@API(status = API.Status.INTERNAL)
package org.parley.explain;

import org.apiguardian.api.API;
