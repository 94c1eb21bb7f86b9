/**
 * The history of a knowledge base: every change of its files is one step that can be taken back.
 */
@API(status = API.Status.INTERNAL)
package org.parley.author.history;

import org.apiguardian.api.API;
