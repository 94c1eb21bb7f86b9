package org.parley.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Drools rules of a knowledge base.
 *
 * @param sources their texts by file name
 * @param hash SHA-256 of all of them
 * @param run whether they may run: shipped with the library, or trusted by name
 */
public record RuleFiles(Map<String, String> sources, String hash, boolean run) {

  public RuleFiles {
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }
}
