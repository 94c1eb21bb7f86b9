package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that loads an application anew gets back all that the one before it held. */
class RedeployTest {
  private static final int DEPLOYS = Boolean.getBoolean("parley.soak") ? 50 : 5;
  private static final int TRIES = 50;

  /** Bytes; the classes of one application take several times as much. */
  private static final long LITTLE = 4L << 20;

  private static final Pattern PAIR = Pattern.compile("<text>(\"[^\",<]*\"),(\"[^\",<]*\")</text>");

  @TempDir private Path folder;

  @Test
  void theClassesOfEachGoWithIt() throws Exception {
    Copy copy = withTablesOfItsOwn();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    List<Long> metaspace = new ArrayList<>();
    for (int i = 1; i <= DEPLOYS; i++) {
      loaders.add(new WeakReference<>(deployed(copy.folder())));
      if (i % (DEPLOYS / 5) == 0) {
        assertThat(held(loaders, 1)).isLessThanOrEqualTo(1);
        metaspace.add(metaspace());
      }
    }

    // Java 17 itself keeps the types of the last record that was compared: now that is this one
    assertThat(new Last("a")).isEqualTo(new Last("a")).hasToString("Last[text=a]");
    assertThat(new Last("a")).hasSameHashCodeAs(new Last("a"));
    assertThat(held(loaders, 0)).isZero();
    assertThat(metaspace).allMatch(used -> used < metaspace.get(0) + LITTLE, "is flat");
  }

  /** The tables of the library are not compiled, so here each list of two is written otherwise. */
  private Copy withTablesOfItsOwn() throws IOException {
    Copy copy = Copy.into(folder);
    try (Stream<Path> files = Files.list(folder.resolve("dmn"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dmn")).toList()) {
        String name = "dmn/" + file.getFileName();
        copy.write(name, PAIR.matcher(copy.read(name)).replaceAll("<text>$2,$1</text>"));
      }
    }
    return copy.write(
        "rules/derive/timing.drl", copy.read("rules/derive/timing.drl") + "\n// of one's own\n");
  }

  private record Last(Object text) {}

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /** How many are not collected, however often that is asked for until there are so few. */
  private static long held(List<WeakReference<ClassLoader>> loaders, int few)
      throws InterruptedException {
    for (int i = 0; i < TRIES && left(loaders) > few; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return left(loaders);
  }

  private static long left(List<WeakReference<ClassLoader>> loaders) {
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
