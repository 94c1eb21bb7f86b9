package org.parley.derive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The rules that the build compiled into the jar. */
final class ShippedRules {
  /** The folder of the compiled module; its name holds the hash of the rules. */
  static final String FOLDER = "META-INF/parley/";

  private ShippedRules() {}

  /** The compiled module of the rules with a hash, if they are the shipped ones. */
  static Optional<byte[]> compiled(String hash) {
    try (InputStream in = ShippedRules.class.getResourceAsStream("/" + name(hash))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(String hash) {
    return FOLDER + "rules-" + hash + ".kjar";
  }
}
