package org.parley.cli;

import java.util.Arrays;
import java.util.Locale;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.knowledge.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a posture as tables write it; hyphens may stand for blanks. */
final class PostureName implements ITypeConverter<Posture> {

  @Override
  public Posture convert(String text) {
    return Arrays.stream(Posture.values())
        .filter(p -> plain(p.label()).equals(plain(text)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a posture: %s%s"
                        .formatted(
                            text,
                            String.join(", ", Labelled.labels(Posture.class)),
                            Nearest.hint(text, Labelled.labels(Posture.class)))));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
  }
}
