/** Reports on the posture game. */
@API(status = API.Status.INTERNAL)
package org.parley.report.game;

import org.apiguardian.api.API;
