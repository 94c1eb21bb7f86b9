/**
 * What a program that looks for holes throws at the readers. {@code mvn verify} tries the inputs
 * that are kept; {@code mvn -Pfuzz test} looks for new ones.
 */
package org.parley.fuzz;
