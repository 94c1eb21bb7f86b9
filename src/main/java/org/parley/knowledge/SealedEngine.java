package org.parley.knowledge;

import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNCompilerConfiguration;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Definitions;
import org.kie.internal.io.ResourceFactory;

/**
 * The DMN engine with models in it, in which no expression can load a class. It checks types at run
 * time: without that a mistyped value becomes null and still yields an answer. Thread-safe.
 */
public final class SealedEngine {
  private final DMNRuntime runtime;

  private SealedEngine(DMNCompilerConfigurationImpl configuration, List<String> models) {
    configuration.setRootClassLoader(EngineLoader.instance());
    configuration.setProperty(RuntimeTypeCheckOption.PROPERTY_NAME, "true");
    List<Resource> resources =
        models.stream()
            .map(m -> ResourceFactory.newReaderResource(new StringReader(m), "UTF-8"))
            .toList();
    // other readers of XML on the class path keep room, and their classes, for the thread
    this.runtime =
        EngineLoader.with(
            ClassLoader.getPlatformClassLoader(),
            () ->
                DMNRuntimeBuilder.fromDefaults()
                    .setRootClassLoader(EngineLoader.instance())
                    .buildConfigurationUsingCustomCompiler(
                        defaults -> new SealedCompiler(configuration))
                    .fromResources(resources)
                    .getOrElseThrow(e -> new IllegalArgumentException(e.getMessage(), e)));
  }

  /**
   * With a model, and the functions that the engine has beyond the standard.
   *
   * @throws RuntimeException if the engine cannot read it; what else is wrong with it, its {@link
   *     #models() messages} say
   */
  public static SealedEngine of(String model) {
    DMNProfile beyond = new ExtendedDMNProfile();
    DMNCompilerConfigurationImpl configuration = new DMNCompilerConfigurationImpl();
    configuration.addExtensions(beyond.getExtensionRegisters());
    configuration.addDRGElementCompilers(beyond.getDRGElementCompilers());
    configuration.addFEELProfile(beyond);
    return new SealedEngine(configuration, List.of(model));
  }

  /**
   * With models that may import each other, by the standard alone.
   *
   * @throws RuntimeException if the engine cannot read one
   */
  public static SealedEngine strict(List<String> models) {
    return new SealedEngine(new DMNCompilerConfigurationImpl(), models);
  }

  /** Compiling evaluates some of what it compiles. */
  private static final class SealedCompiler extends DMNCompilerImpl {

    SealedCompiler(DMNCompilerConfiguration configuration) {
      super(configuration);
    }

    @Override
    public DMNModel compile(Definitions model, Resource resource, Collection<DMNModel> others) {
      return EngineLoader.within(() -> super.compile(model, resource, others));
    }
  }

  /** Its models. */
  public List<DMNModel> models() {
    return runtime.getModels();
  }

  /** One of its models, or {@code null}. */
  public DMNModel model(String namespace, String name) {
    return runtime.getModel(namespace, name);
  }

  /** Whoever listens hears of evaluations in all threads; to be added before the first. */
  public void addListener(DMNRuntimeEventListener listener) {
    runtime.addListener(listener);
  }

  /** An empty place for values. */
  public DMNContext newContext() {
    return runtime.newContext();
  }

  /** Answers all decisions of a model. */
  public DMNResult evaluateAll(DMNModel model, DMNContext context) {
    return EngineLoader.within(() -> runtime.evaluateAll(model, context));
  }

  /** Answers one decision, and those that it needs and are not in the context. */
  public DMNResult evaluateDecision(DMNModel model, DMNContext context, String decision) {
    return EngineLoader.within(() -> runtime.evaluateByName(model, context, decision));
  }

  /** Answers a decision service. */
  public DMNResult evaluateService(DMNModel model, DMNContext context, String service) {
    return EngineLoader.within(() -> runtime.evaluateDecisionService(model, context, service));
  }
}
