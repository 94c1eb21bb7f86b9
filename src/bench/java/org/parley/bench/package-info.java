/**
 * Measures Parley against hand-written Java and other engines on the shipped models: {@code mvn
 * -Pbench verify}.
 */
package org.parley.bench;
