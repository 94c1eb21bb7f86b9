package org.parley.batch.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.ParleyException;
import org.parley.knowledge.Limit;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.ShippedFiles;
import org.parley.knowledge.Vocabulary;

/** Finds mappings: by the name of a file, or of one that a knowledge base or the library has. */
public final class Mappings {
  private static final String FOLDER = "dmn/mappings";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");

  /** Those that come with the library. */
  public static final List<String> SHIPPED =
      List.of("ceasefire", "cwm", "icb", "icbe", "plover", "pncc");

  private final Vocabulary vocabulary;
  private final @Nullable Path knowledge;

  /**
   * @param knowledge the folder of the knowledge base; {@code null} for that of the library
   */
  public Mappings(Vocabulary vocabulary, @Nullable Path knowledge) {
    this.vocabulary = vocabulary;
    this.knowledge = knowledge;
  }

  /**
   * A mapping.
   *
   * @param nameOrFile such as {@code icb}, or a file whose name ends in {@code .yaml}
   * @throws ParleyException if there is none, or it cannot be used
   */
  public Mapping get(String nameOrFile) {
    if (isFile(nameOrFile)) {
      return read(Path.of(nameOrFile));
    }
    if (knowledge != null && NAME.matcher(nameOrFile).matches()) {
      Path own = knowledge.resolve(FOLDER).resolve(nameOrFile + ".yaml");
      if (Files.exists(own)) {
        return read(own);
      }
    }
    String shipped = FOLDER + "/" + nameOrFile + ".yaml";
    Optional<byte[]> content =
        SHIPPED.contains(nameOrFile) ? ShippedFiles.read(shipped) : Optional.empty();
    return MappingReader.read(vocabulary, shipped, content.orElseThrow(() -> unknown(nameOrFile)));
  }

  private static boolean isFile(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.endsWith(".yaml") || low.endsWith(".yml");
  }

  private Mapping read(Path file) {
    return MappingReader.read(
        vocabulary, file.toString(), PlainFile.read(file, file.toString(), Limit.CASE_FILE));
  }

  private static ParleyException unknown(String name) {
    String near = Nearest.hint(name, SHIPPED);
    return new ParleyException(
        "--map: there is no mapping '%s'%s; a file of your own ends in .yaml"
            .formatted(name, near.isEmpty() ? ": " + String.join(", ", SHIPPED) : near));
  }
}
