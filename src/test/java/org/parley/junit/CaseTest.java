package org.parley.junit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.regress.Regression;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.report.regression.RegressionReport;

/**
 * The test of one case file, in the words of a regression.
 *
 * @param subject the case, or {@code null} where its file cannot be read
 * @param refused why not, or {@code null}
 */
record CaseTest(Path file, @Nullable Case subject, @Nullable CaseRefused refused, Advisor advisor)
    implements TestTemplateInvocationContext {

  @Override
  public String getDisplayName(int invocation) {
    return subject == null ? file.toString() : (subject.id() + " " + subject.title()).strip();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(new Run());
  }

  private final class Run implements InvocationInterceptor, ParameterResolver {
    private @Nullable Advice advice;

    private Case subject() {
      if (refused != null) {
        throw refused;
      }
      return Objects.requireNonNull(subject);
    }

    private Advice advice() {
      if (advice == null) {
        advice = advisor.advise(subject());
      }
      return advice;
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<@Nullable Void> invocation,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context)
        throws Throwable {
      boolean pinned = subject().expected() != null;
      if (!pinned && method.getArguments().isEmpty()) {
        invocation.skip();
        throw new TestAbortedException(RegressionReport.NOT_PINNED);
      }
      Mismatch mismatch = Regression.mismatch(advice()).orElse(null);
      if (mismatch != null) {
        invocation.skip();
        throw new AssertionFailedError(
            "%s (%s)\n%s".formatted(getDisplayName(0), file, RegressionReport.details(mismatch)),
            mismatch.expected().describe(),
            mismatch.actual().describe());
      }
      invocation.proceed();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return type == Case.class || type == Advice.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Case.class ? subject() : advice();
    }
  }
}
