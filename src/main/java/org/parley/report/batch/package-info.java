/** Reports on many variations of a case. */
@API(status = API.Status.INTERNAL)
package org.parley.report.batch;

import org.apiguardian.api.API;
