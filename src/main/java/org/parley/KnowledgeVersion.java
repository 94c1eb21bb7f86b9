package org.parley;

/**
 * Which knowledge an advice rests on.
 *
 * @param version SHA-256 of the content of the knowledge base, in lower-case hexadecimal
 * @param engine the engine that evaluated the tables, with its version
 */
public record KnowledgeVersion(String version, String engine) {

  /** The first twelve digits of the version: enough to tell two apart on a page. */
  public String shortVersion() {
    return version.substring(0, Math.min(12, version.length()));
  }
}
