/**
 * Case files as JUnit tests, for the tests of applications that embed Parley: in the test jar,
 * beside the assertions.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
@NullMarked
package org.parley.junit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
