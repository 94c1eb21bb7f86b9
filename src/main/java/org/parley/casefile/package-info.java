/**
 * Case files: reads them from YAML and JSON, writes them, and describes them by a JSON Schema made
 * from the vocabulary.
 */
@API(status = API.Status.INTERNAL)
package org.parley.casefile;

import org.apiguardian.api.API;
