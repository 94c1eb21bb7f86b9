package org.parley.bench;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.kogito.dmn.DMNKogito;

/** The first decision of a fresh process with nothing but KIE: loads the linked model, decides. */
final class BareKie {

  private BareKie() {}

  /**
   * Decides once.
   *
   * @param args the linked model, and a file with a fact on each line: name, tabulator, value; a
   *     number that is not known has no value
   */
  public static void main(String[] args) throws IOException {
    DMNRuntime runtime =
        DMNKogito.createGenericDMNRuntime(
            Set.of(), false, new StringReader(Files.readString(Path.of(args[0]))));
    DMNContext context = runtime.newContext();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      int end = line.indexOf('\t');
      context.set(line.substring(0, end), value(line.substring(end + 1)));
    }
    System.out.println(
        runtime
            .evaluateAll(runtime.getModels().get(0), context)
            .getDecisionResultByName("posture")
            .getResult());
  }

  private static Object value(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return Character.isDigit(text.charAt(0)) ? new BigDecimal(text) : text;
  }
}
