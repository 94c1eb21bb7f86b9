/**
 * Test cases in the form of the DMN Technology Compatibility Kit: runs them, and writes cases so.
 */
@API(status = API.Status.INTERNAL)
package org.parley.regress.tck;

import org.apiguardian.api.API;
