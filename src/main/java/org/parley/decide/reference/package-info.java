/** Kogito's DMN engine and its FEEL: what it answers is right. */
package org.parley.decide.reference;
