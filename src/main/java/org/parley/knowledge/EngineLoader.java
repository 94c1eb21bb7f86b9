package org.parley.knowledge;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.runtime.functions.RangeFunction;

/**
 * The class loader that FEEL is given: it has no class that a model could call and no file, so that
 * no expression can reach code, whatever slips past the check of its text. The engine itself needs
 * none: it is interpreted, and its own classes find each other through their own loader.
 */
public final class EngineLoader extends ClassLoader {
  private static final EngineLoader INSTANCE = new EngineLoader();

  /** With it the functions for regular expressions read their own table of letters. */
  private static final String XML_PARSERS =
      "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl";

  static {
    LibraryLog.find();
    // range("[a..b]") evaluates its text with the context class loader of whoever calls it first
    within(() -> RangeFunction.INSTANCE.invoke("[1..2]"));
  }

  private EngineLoader() {
    super("engine", null);
  }

  /** FEEL that can load no class. */
  public static FEEL feel() {
    return FEEL.newInstance(INSTANCE, List.of());
  }

  /** What compiled FEEL is evaluated in; it can load no class. */
  public static EvaluationContextImpl context() {
    return new EvaluationContextImpl(
        INSTANCE, new FEELEventListenersManager(), FEELDialect.FEEL, DMNVersion.getLatest());
  }

  /** The loader, for parts of the engine that are made elsewhere. */
  public static ClassLoader instance() {
    return INSTANCE;
  }

  /**
   * Does something with the engine. In some places (allowed values, functions that parse text) it
   * takes not the loader that it was built with but makes one that asks first the thread's, then
   * the system's: so the thread's is this for the while.
   */
  public static <T> T within(Supplier<T> work) {
    return with(INSTANCE, work);
  }

  /** Does something while a loader is the thread's. */
  static <T> T with(ClassLoader loader, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Refuses.
   *
   * @throws SecurityException while the engine works: after the usual exception a loader that asks
   *     several in turn would go on to its next
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(XML_PARSERS)) {
      return getPlatformClassLoader().loadClass(name);
    }
    if (Thread.currentThread().getContextClassLoader() == this) {
      throw new SecurityException("no model may use Java: " + name);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  public URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return null;
  }
}
