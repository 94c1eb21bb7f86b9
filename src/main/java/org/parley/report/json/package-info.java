/** Records as JSON, and their schemas. */
@API(status = API.Status.INTERNAL)
package org.parley.report.json;

import org.apiguardian.api.API;
