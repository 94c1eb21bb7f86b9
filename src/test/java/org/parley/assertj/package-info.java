/**
 * AssertJ assertions on advice, for the tests of applications that embed Parley. The rest of the
 * tests stays at home: only this package is in the test jar.
 */
package org.parley.assertj;
