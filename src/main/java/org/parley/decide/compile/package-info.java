/** Makes masks of tables, holds them against the engine, and keeps them. */
@API(status = API.Status.INTERNAL)
package org.parley.decide.compile;

import org.apiguardian.api.API;
