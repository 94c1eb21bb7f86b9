/** Kogito's DMN engine and its FEEL: what it answers is right. */
@API(status = API.Status.INTERNAL)
package org.parley.decide.reference;

import org.apiguardian.api.API;
