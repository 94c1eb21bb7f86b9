package org.parley.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Problem;

/** The Drools rules of a knowledge base. Equal where the texts are, and whether they may run. */
public final class RuleFiles {
  /** The folders whose rules run, each a package of Drools. */
  public static final List<String> FOLDERS = List.of("rules/derive", "rules/review");

  private final Map<String, String> sources;
  private final String hash;
  private final boolean run;
  private RuleReader.Read read;

  /**
   * @param sources their texts by file name
   * @param hash SHA-256 of all of them
   * @param run whether they may run: shipped with the library, or trusted by name
   */
  public RuleFiles(Map<String, String> sources, String hash, boolean run) {
    this.sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    this.hash = hash;
    this.run = run;
  }

  /** Their texts by file name. */
  public Map<String, String> sources() {
    return sources;
  }

  /** SHA-256 of all of them. */
  public String hash() {
    return hash;
  }

  /** Whether they may run: shipped with the library, or trusted by name. */
  public boolean run() {
    return run;
  }

  /** What the rules say of themselves, in the order of their files; nothing is run. */
  public List<RuleHeader> headers() {
    return read().headers();
  }

  /** What in the files Drools cannot read, and rules that would never run where they are. */
  public List<Problem> problems() {
    return Stream.concat(read().problems().stream(), read().strays().stream()).toList();
  }

  /** Rules that would never run where they are. */
  public List<Problem> strays() {
    return read().strays();
  }

  // the parser takes long to start, and an advice does not ask
  private synchronized RuleReader.Read read() {
    if (read == null) {
      read = RuleReader.read(sources);
    }
    return read;
  }

  /** The facts that some rule can set. */
  public Set<String> derivable() {
    return headers().stream().flatMap(h -> h.derives().stream()).collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleFiles files
        && run == files.run
        && hash.equals(files.hash)
        && sources.equals(files.sources);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }
}
