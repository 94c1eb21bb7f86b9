/** Proves principles over every possible case, and finds the smallest case in which one fails. */
package org.parley.decide.proof;
