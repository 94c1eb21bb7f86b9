package org.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a process of its own, with the classes of this one. */
final class ChildJvm {

  private ChildJvm() {}

  static ProcessBuilder of(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
