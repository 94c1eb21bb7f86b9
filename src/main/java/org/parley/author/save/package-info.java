/** Saves edits of decision tables so that nothing but the edit changes in their files. */
@API(status = API.Status.INTERNAL)
package org.parley.author.save;

import org.apiguardian.api.API;
