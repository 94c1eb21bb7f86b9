package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that loads an application anew gets back all that the one before it held. */
class RedeployTest {
  private static final int DEPLOYS = Boolean.getBoolean("parley.soak") ? 50 : 5;
  private static final int TRIES = 50;

  @TempDir private Path folder;

  @Test
  void theClassesOfEachGoWithIt() throws Exception {
    Copy copy = Copy.into(folder);
    // tables of one's own are compiled, those of the library are not
    copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");
    copy.write(
        "rules/derive/timing.drl", copy.read("rules/derive/timing.drl") + "\n// of one's own\n");
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < DEPLOYS; i++) {
      loaders.add(new WeakReference<>(deployed(copy.folder())));
    }

    // Java 17 itself keeps the types of the last record that was compared: now that is this one
    assertThat(new Last("a")).isEqualTo(new Last("a")).hasToString("Last[text=a]");
    assertThat(new Last("a")).hasSameHashCodeAs(new Last("a"));
    for (int i = 0; i < TRIES && held(loaders) > 0; i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(held(loaders)).isZero();
  }

  private record Last(Object text) {}

  private static long held(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(l -> l.get() != null).count();
  }

  private static ClassLoader deployed(Path knowledge) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader("deployed", classPath(), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Object said =
          loader
              .loadClass(Redeployed.class.getName())
              .getMethod("run", String.class)
              .invoke(null, knowledge.toString());
      assertThat(said.toString()).matches("[\\w -]+ \\d+ [1-9]\\d*");
      return loader;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] classPath() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
