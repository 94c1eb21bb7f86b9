package org.parley.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The code that hostile models want to run. */
public final class Marker {

  private Marker() {}

  /** Leaves a file where there was none. */
  public static String leave(String file) throws IOException {
    Files.writeString(Path.of(file), "left");
    return "left";
  }
}
