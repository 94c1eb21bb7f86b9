/**
 * The history of a knowledge base: every change of its files is one step that can be taken back.
 */
package org.parley.author.history;
