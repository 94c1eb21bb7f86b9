/** Decision tables as spreadsheets, and back without loss. */
@API(status = API.Status.INTERNAL)
package org.parley.author.sheet;

import org.apiguardian.api.API;
