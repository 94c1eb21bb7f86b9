/** The command line: it parses, calls and prints. */
package org.parley.cli;
