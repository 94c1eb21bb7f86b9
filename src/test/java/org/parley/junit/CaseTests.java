package org.parley.junit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.parley.Advisor;
import org.parley.CaseRefused;
import org.parley.KnowledgeSource;
import org.parley.Parley;
import org.parley.casefile.CaseFiles;

/** Makes a test of each case file. */
final class CaseTests implements TestTemplateInvocationContextProvider {

  /** An advisor that the tests of a method share; it is closed with them if it is theirs. */
  private record Shared(Advisor advisor, boolean own) implements AutoCloseable {

    @Override
    public void close() {
      if (own) {
        advisor.close();
      }
    }
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getTestMethod().isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ParleyCases asked =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ParleyCases.class)
            .orElseThrow();
    List<Path> files = CaseFiles.in(Path.of(asked.value()));
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no case file (*.yaml, *.yml, *.json) lies in it".formatted(asked.value()));
    }
    Shared shared = shared(asked, context.getRequiredTestClass());
    context.getStore(Namespace.create(CaseTests.class)).put(context.getUniqueId(), shared);
    return files.stream().map(file -> test(file, shared.advisor()));
  }

  private static TestTemplateInvocationContext test(Path file, Advisor advisor) {
    try {
      return new CaseTest(file, advisor.readCase(file), null, advisor);
    } catch (CaseRefused refused) {
      return new CaseTest(file, null, refused, advisor);
    }
  }

  private static Shared shared(ParleyCases asked, Class<?> tests) {
    Object given = given(asked.advisor(), tests);
    if (given instanceof Advisor advisor) {
      return new Shared(advisor, false);
    }
    KnowledgeSource source =
        given instanceof KnowledgeSource own ? own : KnowledgeSource.of(asked.knowledge());
    return new Shared(Parley.load(source, asked.options()), true);
  }

  private static @Nullable Object given(String name, Class<?> tests) {
    if (name.isEmpty()) {
      return null;
    }
    Method method =
        ReflectionSupport.findMethod(tests, name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no method %s() without parameters"
                            .formatted(tests.getName(), name)));
    Object given = ReflectionSupport.invokeMethod(method, null);
    if (given instanceof Advisor || given instanceof KnowledgeSource) {
      return given;
    }
    throw new IllegalArgumentException(
        "%s.%s() gives neither an Advisor nor a KnowledgeSource".formatted(tests.getName(), name));
  }
}
