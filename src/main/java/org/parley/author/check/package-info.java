/**
 * Goes over a knowledge base and says what is wrong with it, in the words of its tables, and what
 * could not be looked at. Rules are read and never run.
 */
@API(status = API.Status.INTERNAL)
package org.parley.author.check;

import org.apiguardian.api.API;
