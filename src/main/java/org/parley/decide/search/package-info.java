/** Looks for facts under which tables see something, and tries changes of single cells. */
package org.parley.decide.search;
