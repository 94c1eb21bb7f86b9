/** Words that several reports share. */
@API(status = API.Status.INTERNAL)
package org.parley.report.words;

import org.apiguardian.api.API;
