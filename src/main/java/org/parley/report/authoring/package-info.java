/** Reports for whoever edits tables: findings, changes, history. */
@API(status = API.Status.INTERNAL)
package org.parley.report.authoring;

import org.apiguardian.api.API;
