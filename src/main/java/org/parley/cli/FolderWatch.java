package org.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parley.knowledge.PlainFile;

/** Waits until files below some folders change. */
final class FolderWatch implements AutoCloseable {
  /** An editor writes a file in several steps; so long nothing more must happen. */
  private static final long QUIET_MILLIS = 60;

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /**
   * @param roots folders, or files in them; what does not exist is left out
   */
  FolderWatch(List<Path> roots) {
    try {
      service = FileSystems.getDefault().newWatchService();
      for (Path root : roots) {
        if (Files.isDirectory(root)) {
          addAll(root);
        } else if (Files.exists(root)) {
          add(root.toAbsolutePath().getParent());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addAll(Path root) throws IOException {
    for (Path folder : PlainFile.folders(root, root.toString())) {
      if (root.relativize(folder).toString().startsWith(".")) {
        continue;
      }
      add(folder);
    }
  }

  private void add(Path folder) throws IOException {
    WatchKey key =
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
  }

  /**
   * Waits for a change and until no more follow.
   *
   * @return the names of the files that changed, without those that editors keep for themselves;
   *     perhaps none
   * @throws InterruptedException if nobody waits any more
   */
  List<String> next() throws InterruptedException {
    Set<String> changed = new TreeSet<>();
    WatchKey key = service.take();
    while (key != null) {
      collect(key, changed);
      key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    return new ArrayList<>(changed);
  }

  private void collect(WatchKey key, Set<String> changed) {
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && isRead(name.toString())) {
        changed.add(name.toString());
      }
      if (event.context() instanceof Path name) {
        addIfFolder(folders.get(key).resolve(name));
      }
    }
    key.reset();
  }

  private void addIfFolder(Path path) {
    try {
      if (Files.isDirectory(path)) {
        addAll(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRead(String name) {
    return !name.startsWith(".")
        && Stream.of(".dmn", ".csv", ".drl", ".yaml", ".yml", ".json").anyMatch(name::endsWith);
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
