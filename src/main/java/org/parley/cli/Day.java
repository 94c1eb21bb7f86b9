package org.parley.cli;

import java.time.LocalDate;
import org.parley.Shown;
import org.parley.knowledge.Days;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day from the command line. */
final class Day implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String text) {
    return Days.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a day of the calendar: write it as YYYY-MM-DD, from 0001 to 9999"
                        .formatted(Shown.piece(text))));
  }
}
