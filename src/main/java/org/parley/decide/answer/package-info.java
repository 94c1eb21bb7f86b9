/** Tables as masks, and what they answer: one case at a time, or many in columns. */
package org.parley.decide.answer;
