/**
 * Many cases from files: CSV, JSON Lines and Parquet in and out, columns of foreign data read
 * through mappings, and what-if grids over one case.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.parley.batch;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
