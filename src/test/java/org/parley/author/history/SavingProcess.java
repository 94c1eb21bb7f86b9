package org.parley.author.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeFiles;

/** A process of its own that saves two models together, to be killed or to race with another. */
public final class SavingProcess {
  /** The two models. */
  public static final List<String> MODELS = List.of("dmn/channels.dmn", "dmn/ripeness.dmn");

  private static final String MARK = "<!-- edit ";

  private final Path folder;

  private SavingProcess(Path folder) {
    this.folder = folder;
  }

  /**
   * Saves.
   *
   * @param args how ({@code loop}: again and again; {@code hold}: up to the second rename, where it
   *     waits; {@code turns}: when told to), the folder, and a name for the edits
   */
  public static void main(String[] args) throws Exception {
    SavingProcess process = new SavingProcess(Path.of(args[1]));
    switch (args[0]) {
      case "loop" -> process.loop();
      case "hold" -> process.hold();
      default -> process.turns(args[2]);
    }
  }

  private void loop() {
    History history = history(Disk::move);
    for (int i = 0; ; i++) {
      KnowledgeFiles read = KnowledgeFiles.of(folder);
      history.save(new Occasion("A", "test", ""), read, edited(read, "loop " + i));
      if (i == 0) {
        say("ready");
      }
    }
  }

  private void hold() {
    List<Path> moved = new ArrayList<>();
    History history =
        history(
            (from, to) -> {
              moved.add(to);
              if (moved.size() == 2) {
                say("held");
                waitForEver();
              }
              Disk.move(from, to);
            });
    KnowledgeFiles read = KnowledgeFiles.of(folder);
    history.save(new Occasion("A", "test", ""), read, edited(read, "held"));
  }

  private void turns(String name) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    History history = history(Disk::move);
    for (String round = in.readLine(); round != null; round = in.readLine()) {
      KnowledgeFiles read = KnowledgeFiles.of(folder);
      say("read");
      in.readLine();
      try {
        history.save(new Occasion(name, "test", ""), read, edited(read, name + " " + round));
        say("saved");
      } catch (ParleyException e) {
        say(e.getMessage().replace("\n", " / "));
      }
    }
  }

  /** The edit that a model holds. */
  public static String edit(byte[] model) {
    String text = new String(model, StandardCharsets.UTF_8);
    int at = text.lastIndexOf(MARK);
    return at < 0 ? "" : text.substring(at + MARK.length(), text.indexOf(" -->", at));
  }

  private static KnowledgeFiles edited(KnowledgeFiles files, String edit) {
    KnowledgeFiles edited = files;
    for (String model : MODELS) {
      String text = new String(files.get(model).orElseThrow(), StandardCharsets.UTF_8);
      int at = text.lastIndexOf(MARK);
      String unmarked = at < 0 ? text : text.substring(0, at);
      edited =
          edited.with(model, (unmarked + MARK + edit + " -->\n").getBytes(StandardCharsets.UTF_8));
    }
    return edited;
  }

  private History history(SaveSteps.Move move) {
    return new History(folder, Clock.systemUTC(), note -> {}, move);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void waitForEver() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What reads a knowledge base without a command, as an embedding program does. */
  public static Optional<byte[]> model(Path folder, String name) {
    return KnowledgeFiles.of(folder).get(name);
  }
}
