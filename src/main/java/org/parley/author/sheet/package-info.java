/** Decision tables as spreadsheets, and back without loss. */
package org.parley.author.sheet;
