package org.parley.jackson;

import org.parley.Advice;
import org.parley.Case;

/** Which types are written and read in a form of their own. */
final class OwnTypes {
  private static final String PACKAGE = "org.parley";

  private OwnTypes() {}

  /** Enums are not among them: their annotations say all. */
  static boolean contains(Class<?> type) {
    return Advice.class.isAssignableFrom(type)
        || type == Case.class
        || (type.isRecord() && type.getPackageName().equals(PACKAGE));
  }
}
