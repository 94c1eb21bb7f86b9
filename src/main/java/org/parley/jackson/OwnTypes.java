package org.parley.jackson;

import java.util.Set;
import org.parley.Advice;
import org.parley.Case;

/** Which types are written and read in a form of their own. */
final class OwnTypes {
  private static final Set<String> PACKAGES = Set.of("org.parley", "org.parley.bulk");

  private OwnTypes() {}

  /** Enums are not among them: their annotations say all. */
  static boolean contains(Class<?> type) {
    return Advice.class.isAssignableFrom(type)
        || type == Case.class
        || (type.isRecord() && PACKAGES.contains(type.getPackageName()));
  }
}
