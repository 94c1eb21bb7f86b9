/**
 * Test cases in the form of the DMN Technology Compatibility Kit: runs them, and writes cases so.
 */
package org.parley.regress.tck;
