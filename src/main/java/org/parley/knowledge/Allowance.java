package org.parley.knowledge;

import org.parley.ParleyException;

/** Adds files up while they are read, so that reading ends before there are too many. */
public final class Allowance {
  private final Limit number;
  private final Limit size;
  private long files;
  private long bytes;

  /**
   * @param number how many there may be
   * @param size how large they may be together
   */
  public Allowance(Limit number, Limit size) {
    this.number = number;
    this.size = size;
  }

  /** That of a knowledge base. */
  public static Allowance ofKnowledge() {
    return new Allowance(Limit.KNOWLEDGE_FILES, Limit.KNOWLEDGE_BASE);
  }

  /**
   * Adds one.
   *
   * @param name where reading ends, for the message
   * @param length its size
   * @throws ParleyException if it is one too many
   */
  public void add(String name, long length) {
    files++;
    bytes += length;
    if (files > number.most() || bytes > size.most()) {
      Limit limit = files > number.most() ? number : size;
      throw ParleyException.in(name, "with this file, " + limit.exceeded());
    }
  }
}
