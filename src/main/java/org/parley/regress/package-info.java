/** Runs an advisor over many cases and compares its advice with what is approved and recorded. */
@API(status = API.Status.INTERNAL)
package org.parley.regress;

import org.apiguardian.api.API;
