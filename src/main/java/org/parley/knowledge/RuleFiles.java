package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** What the rules say of themselves, in the order of their files; nothing is run. */
  public List<RuleHeader> headers() {
    List<RuleHeader> headers = new ArrayList<>();
    sources.forEach((file, text) -> headers.addAll(RuleHeader.in(file, text)));
    return headers;
  }

  /**
   * Where rules begin of which {@link #headers} knows nothing, since they are written otherwise.
   */
  public List<Place> unread() {
    List<Place> unread = new ArrayList<>();
    sources.forEach(
        (file, text) ->
            RuleHeader.unread(file, text).forEach(line -> unread.add(Place.of(file, line))));
    return unread;
  }

  /** The facts that some rule can set. */
  public Set<String> derivable() {
    return headers().stream().flatMap(h -> h.derives().stream()).collect(Collectors.toSet());
  }
}
