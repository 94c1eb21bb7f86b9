/**
 * Counts worlds, which are combinations of values of facts: how many lead to a result, and in how
 * many two versions of the tables differ.
 */
@API(status = API.Status.INTERNAL)
package org.parley.decide.world;

import org.apiguardian.api.API;
