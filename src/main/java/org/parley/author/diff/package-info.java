/** What differs between two knowledge bases, row by row, and where their files come from. */
@API(status = API.Status.INTERNAL)
package org.parley.author.diff;

import org.apiguardian.api.API;
