package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.parley.knowledge.KnowledgeBase;

/** Run by the build: generates and compiles the contenders that are ordinary Java. */
final class GenerateContenders {

  private GenerateContenders() {}

  /**
   * Generates.
   *
   * @param args the folder for sources, and the folder for classes
   */
  public static void main(String[] args) throws IOException {
    Path sources = Files.createDirectories(Path.of(args[0]));
    Path classes = Files.createDirectories(Path.of(args[1]));
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    new HandGenerator(knowledge, sources).generate();
    new JdmnGenerator(knowledge, sources).generate(sources.resolve("linked.dmn"));
    compile(sources, classes);
    register(HandTables.class, HandGenerator.CALLER, classes);
    register(JdmnTables.class, JdmnGenerator.CALLER, classes);
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path") + File.pathSeparator + classes,
            "-proc:none",
            "-nowarn",
            "-Xlint:none");
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> below = Files.walk(sources)) {
      List<Path> generated = below.filter(f -> f.toString().endsWith(".java")).toList();
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(generated))
          .call()) {
        throw new IllegalStateException("what was generated does not compile");
      }
    }
  }

  private static void register(Class<?> service, String provider, Path classes) throws IOException {
    Path file = classes.resolve("META-INF/services").resolve(service.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, provider + "\n");
  }
}
