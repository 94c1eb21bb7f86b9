package org.parley.author.history;

import java.util.Objects;

/**
 * What a sheet said when it was imported and saved. The next import of the same sheet can tell by
 * it what is somebody else's edit and what its own.
 *
 * @param file the name of the file that it was in, without folders
 * @param origin what it was made from, in letters that the importer knows it by
 * @param says what it said, in letters that the importer reads
 */
public record ImportedSheet(String file, String origin, String says) {

  public ImportedSheet {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(says, "says");
  }
}
