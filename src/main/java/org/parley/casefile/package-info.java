/**
 * Case files: reads them from YAML and JSON, writes them, and describes them by a JSON Schema made
 * from the vocabulary.
 */
package org.parley.casefile;
