/**
 * Parley in a Spring Boot application, 3.5 or 4.0: an advisor made of {@code parley.*} properties,
 * its health, and refusals as problem details. Spring finds it by itself; nobody else needs it.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.parley.spring;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
