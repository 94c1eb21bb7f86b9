package org.parley.derive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;

/** Compiles rules into a module that can be kept as bytes and loaded without a compiler. */
final class RuleCompiler {
  /** The rule base of rules that derive facts. */
  static final String DERIVE = "derive";

  /** The rule base of rules that review facts and advice. */
  static final String REVIEW = "review";

  /** Where Drools puts the Java code that it makes of rules. */
  private static final String GENERATED = "src/main/java/";

  private static final String NOTHING_READ = "null Package";

  /** What is said of the same once more. */
  private static final List<String> ECHOES = List.of(NOTHING_READ, "Java source of");

  private static final int MOST = 200;

  private RuleCompiler() {}

  /**
   * The module of some rule files.
   *
   * @param sources their texts by file name
   * @param version tells the module from others in this process
   * @throws ParleyException with every message of the compiler
   */
  static byte[] compile(Map<String, String> sources, String version) {
    // what the compiler keeps for a thread would hold the class loader as long as the thread lives
    FutureTask<byte[]> compilation = new FutureTask<>(() -> compiled(sources, version));
    new Thread(compilation, "parley-rules").start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return compilation.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException refused
              ? refused
              : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static byte[] compiled(Map<String, String> sources, String version) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release(services, version));
    files.writeKModuleXML(bases(services).toXML());
    sources.forEach((name, text) -> files.write("src/main/resources/" + name, text));
    KieBuilder builder = services.newKieBuilder(files);
    builder.buildAll(ExecutableModelProject.class);
    List<Message> said = builder.getResults().getMessages(Message.Level.ERROR);
    List<Problem> problems =
        said.stream()
            // each of these follows another
            .filter(m -> said.size() == 1 || ECHOES.stream().noneMatch(m.getText()::contains))
            .map(RuleCompiler::problem)
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return ((InternalKieModule) builder.getKieModule()).getBytes();
  }

  /**
   * The module that {@link #compile} made bytes of. Drools could read it as well, but does so byte
   * by byte, and starts an XML library for the two rule bases.
   */
  static KieModule load(byte[] module, String version) {
    MemoryFileSystem files = new MemoryFileSystem();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(module))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.write(entry.getName(), zip.readAllBytes(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KieServices services = KieServices.get();
    return InternalKieModuleProvider.get(release(services, version), bases(services), files);
  }

  private static KieModuleModel bases(KieServices services) {
    KieModuleModel module = services.newKieModuleModel();
    // the engine's pool of threads lives on and holds the class loader of whoever used it
    module.setConfigurationProperty("drools.parallelRulesBuildThreshold", "-1");
    module.setConfigurationProperty("drools.parallelLambdaExternalization", "false");
    for (String base : List.of(DERIVE, REVIEW)) {
      module.newKieBaseModel(base).addPackage("rules." + base).newKieSessionModel(base);
    }
    return module;
  }

  private static ReleaseId release(KieServices services, String version) {
    return services.newReleaseId("org.parley.rules", "rules", version);
  }

  private static Problem problem(Message message) {
    String file = message.getPath() == null ? "rules/" : message.getPath();
    if (file.startsWith(GENERATED)) {
      // of code that nobody wrote nobody knows the lines
      return Problem.in(
          file.substring(GENERATED.length()).replaceFirst("[^/]*/[^/]*$", ""),
          "a condition or consequence of some rule there does not compile: "
              + Shown.piece(message.getText(), MOST));
    }
    return new Problem(
        Place.of(file.replaceFirst("^src/main/resources/", ""), Math.max(0, message.getLine())),
        words(message.getText()));
  }

  /** The parser quotes what it reads, which may be no rule at all. */
  private static String words(String text) {
    return text.startsWith("[ERR") || text.contains(NOTHING_READ)
        ? "this cannot be read as a rule"
        : "the rules do not compile: " + Shown.piece(text, MOST);
  }
}
