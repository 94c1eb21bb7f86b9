/** Tables as masks, and what they answer: one case at a time, or many in columns. */
@API(status = API.Status.INTERNAL)
package org.parley.decide.answer;

import org.apiguardian.api.API;
