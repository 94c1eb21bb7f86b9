package org.parley.bench;

import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.Slf4jBuildLogger;
import com.gs.dmn.serialization.DefaultTypeDeserializationConfigurer;
import com.gs.dmn.transformation.InputParameters;
import com.gs.dmn.transformation.NopDMNTransformer;
import com.gs.dmn.transformation.lazy.NopLazyEvaluationDetector;
import com.gs.dmn.transformation.template.TreeTemplateProvider;
import com.gs.dmn.validation.NopDMNValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.slf4j.LoggerFactory;

/** Lets jDMN write Java for the linked model, and writes the class that calls it. */
final class JdmnGenerator {
  static final String PACKAGE = "org.parley.bench.jdmn";

  /** The generated class that calls the generated decisions. */
  static final String CALLER = PACKAGE + ".AllTables";

  static final List<String> ADAPTATIONS =
      List.of(
          "Names of facts and decisions have _ in place of blanks and hyphens: names of several words"
              + " would have to stand in quotes.",
          "Annotations of tables are left out: jDMN reads them as expressions.",
          "A COLLECT table of which no row matches answers null; it is compared as an empty list.",
          "Generated with a cache (threshold 0) and one object for each decision, so that a decision"
              + " that several others read is answered once.");

  private static final Pattern SIGNATURE =
      Pattern.compile(" apply\\((.*), com\\.gs\\.dmn\\.runtime\\.ExecutionContext context_\\)");

  private final KnowledgeBase knowledge;
  private final Path sources;

  JdmnGenerator(KnowledgeBase knowledge, Path sources) {
    this.knowledge = knowledge;
    this.sources = sources;
  }

  void generate(Path model) throws IOException {
    PeerModel adapted = new PeerModel(knowledge.linkedDmn());
    adapted.usePlainNames();
    adapted.remove("annotation", "annotationEntry");
    Files.writeString(model, adapted.text());
    InputParameters parameters =
        new InputParameters(
            Map.of(
                "javaRootPackage", PACKAGE,
                "caching", "true",
                "cachingThreshold", "0",
                "singletonDecision", "true"));
    new JavaTimeDMNDialectDefinition()
        .createDMNToNativeTransformer(
            new NopDMNValidator(),
            new NopDMNTransformer<>(),
            new TreeTemplateProvider(),
            new NopLazyEvaluationDetector(),
            new DefaultTypeDeserializationConfigurer(),
            parameters,
            new Slf4jBuildLogger(LoggerFactory.getLogger(JdmnGenerator.class)))
        .transform(model, sources);
    Files.writeString(file("AllTables"), caller());
  }

  private String caller() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("package " + PACKAGE + ";");
    lines.add("import com.gs.dmn.runtime.ExecutionContext;");
    lines.add("public final class AllTables implements org.parley.bench.JdmnTables {");
    addMethod("decideAll", Finals.last(knowledge).stream().map(Decision::name).toList(), lines);
    addMethod("decidePosture", List.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK), lines);
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private void addMethod(String name, List<String> decisions, List<String> lines)
      throws IOException {
    lines.add(
        "  @Override public void %s(Object[] facts, ExecutionContext context) {".formatted(name));
    int index = 0;
    for (FactType fact : knowledge.vocabulary().facts()) {
      String type = fact.kind() == FactType.Kind.NUMBER ? "Number" : "String";
      lines.add(
          "    %1$s %2$s = (%1$s) facts[%3$d];"
              .formatted(type, PeerModel.plain(fact.name()), index++));
    }
    for (String decision : decisions) {
      String type = type(decision);
      // it keeps the results only of what others read
      lines.add(
          "    context.getCache().bind(\"%s\", %s.instance().apply(%s, context));"
              .formatted(PeerModel.plain(decision), type, arguments(type)));
    }
    lines.add("  }");
  }

  private String arguments(String type) throws IOException {
    Matcher signature = SIGNATURE.matcher(Files.readString(file(type)));
    while (signature.find()) {
      // the other form takes a map
      if (!signature.group(1).contains("<")) {
        return signature.group(1).replaceAll("[\\w.]+ (\\w+)", "$1");
      }
    }
    throw new IllegalStateException("jDMN's class %s cannot be called".formatted(type));
  }

  private Path file(String type) {
    return sources.resolve(PACKAGE.replace('.', '/')).resolve(type + ".java");
  }

  private static String type(String decision) {
    String plain = PeerModel.plain(decision);
    return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }
}
