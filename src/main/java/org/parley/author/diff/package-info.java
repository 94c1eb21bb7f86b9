/** What differs between two knowledge bases, row by row, and where their files come from. */
package org.parley.author.diff;
