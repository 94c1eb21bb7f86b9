/** Saves edits of decision tables so that nothing but the edit changes in their files. */
package org.parley.author.save;
