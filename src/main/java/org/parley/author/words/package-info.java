/** Changes the words that tables and cases are written in, in every file that says them. */
@API(status = API.Status.INTERNAL)
package org.parley.author.words;

import org.apiguardian.api.API;
