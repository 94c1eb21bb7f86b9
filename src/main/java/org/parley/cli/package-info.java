/** The command line: it parses, calls and prints. */
@API(status = API.Status.INTERNAL)
package org.parley.cli;

import org.apiguardian.api.API;
