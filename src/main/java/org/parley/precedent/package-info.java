/**
 * What parties did in like situations: a plain learner over the cases of history. It is a voice
 * beside the tables and never an input of them.
 */
package org.parley.precedent;
