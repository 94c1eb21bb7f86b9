/** Reports on one case: the advice and all that explains it. */
@API(status = API.Status.INTERNAL)
package org.parley.report.advice;

import org.apiguardian.api.API;
