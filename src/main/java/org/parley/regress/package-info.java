/** Runs an advisor over many cases and compares its advice with what is approved and recorded. */
package org.parley.regress;
