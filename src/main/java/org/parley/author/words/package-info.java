/** Changes the words that tables and cases are written in, in every file that says them. */
package org.parley.author.words;
