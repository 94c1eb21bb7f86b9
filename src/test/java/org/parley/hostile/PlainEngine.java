package org.parley.hostile;

import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.parley.knowledge.EngineLoader;

/** The engine as it comes, with nothing around it. */
final class PlainEngine {

  private PlainEngine() {}

  /** Lets it do with a model whatever it does. */
  static void run(HostileModel model) {
    // what evaluates the text of range() first, does so for the whole process: it must not be this
    EngineLoader.instance();
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .setOption(new RuntimeTypeCheckOption(true))
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newReaderResource(new StringReader(model.xml()))))
            .cata(refused -> null, Function.identity());
    if (runtime == null) {
      return;
    }
    for (DMNModel read : runtime.getModels()) {
      DMNContext context = runtime.newContext();
      context.set("resilience signal", "weak");
      runtime.evaluateAll(read, context);
    }
  }
}
