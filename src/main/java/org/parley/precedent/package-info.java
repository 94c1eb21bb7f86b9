/**
 * What parties did in like situations: a plain learner over the cases of history. It is a voice
 * beside the tables and never an input of them.
 */
@API(status = API.Status.INTERNAL)
package org.parley.precedent;

import org.apiguardian.api.API;
