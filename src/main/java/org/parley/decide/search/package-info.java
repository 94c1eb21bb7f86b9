/** Looks for facts under which tables see something, and tries changes of single cells. */
@API(status = API.Status.INTERNAL)
package org.parley.decide.search;

import org.apiguardian.api.API;
