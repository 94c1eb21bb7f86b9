/** Proves principles over every possible case, and finds the smallest case in which one fails. */
@API(status = API.Status.INTERNAL)
package org.parley.decide.proof;

import org.apiguardian.api.API;
