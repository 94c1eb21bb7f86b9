/** What the columns of foreign data say in the words of the vocabulary. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.parley.batch.mapping;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
