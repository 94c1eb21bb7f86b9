package org.parley.fuzz;

import java.util.concurrent.atomic.AtomicReference;
import org.parley.Case;
import org.parley.casefile.CaseFiles;

/** Reads cases: one that can be read is written so that it reads the same. */
final class CaseFuzz {
  private static final CaseFiles FILES = new CaseFiles(SmallBase.BASE.vocabulary());

  private CaseFuzz() {}

  static void read(String name, byte[] content) {
    AtomicReference<Case> read = new AtomicReference<>();
    Only.refusals(() -> read.set(FILES.read(name, content)));
    if (read.get() != null) {
      Case again = FILES.read("again.yaml", bytes(FILES.toYaml(read.get())));
      Case asJson = FILES.read("again.json", bytes(FILES.toJson(read.get())));
      if (!again.equals(read.get()) || !asJson.equals(read.get())) {
        throw new AssertionError("what is written reads as another case: " + again);
      }
      Only.refusals(() -> SmallBase.ADVISOR.advise(read.get()).topics());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
