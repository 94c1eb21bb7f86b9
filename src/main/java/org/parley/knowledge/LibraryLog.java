package org.parley.knowledge;

import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Lets the log of the libraries go nowhere without a word where an application has none: SLF4J
 * would write of it to standard error, where nobody asked.
 */
public final class LibraryLog {
  private static final String VERBOSITY = "slf4j.internal.verbosity";
  private static final String NAMED = "slf4j.provider";

  private LibraryLog() {}

  /** Has SLF4J look for the application's log; to be called before a library first writes. */
  public static synchronized void find() {
    if (System.getProperty(VERBOSITY) != null || System.getProperty(NAMED) != null || hasOne()) {
      return;
    }
    System.setProperty(VERBOSITY, "ERROR");
    try {
      LoggerFactory.getILoggerFactory();
    } finally {
      System.clearProperty(VERBOSITY);
    }
  }

  private static boolean hasOne() {
    return ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
        .stream()
        .findAny()
        .isPresent();
  }
}
