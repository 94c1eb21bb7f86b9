/** Reports on many cases: agreement, coverage, time lines. */
@API(status = API.Status.INTERNAL)
package org.parley.report.regression;

import org.apiguardian.api.API;
