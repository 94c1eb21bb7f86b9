package org.parley.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * LibreOffice, which makes files of one format from files of another.
 *
 * @param folder what it makes goes below it
 */
record Office(Path folder) {
  private static final String SOFFICE = System.getProperty("parley.soffice", "soffice");

  /** The settings, which a test may write before. */
  Path settings() throws IOException {
    Path settings = folder.resolve("profile/user/registrymodifications.xcu");
    Files.createDirectories(settings.getParent());
    return settings;
  }

  Path convert(Path file, String format, String into, String... options) throws Exception {
    return convert(List.of(file), format, into, options).get(0);
  }

  /**
   * What it makes of some files, in their order. It takes long to start, so all of them go into one
   * run.
   *
   * @param into the folder
   */
  List<Path> convert(List<Path> files, String format, String into, String... options)
      throws Exception {
    Path target = folder.resolve(into);
    List<String> command = new ArrayList<>(List.of(SOFFICE, "--headless", "--norestore"));
    // a profile of its own, so that one that is open does not get the command
    command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    command.addAll(List.of(options));
    command.addAll(List.of("--convert-to", format, "--outdir", target.toString()));
    files.forEach(f -> command.add(f.toString()));
    Path log = folder.resolve("soffice.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("LibreOffice ends").isTrue();
    List<Path> made =
        files.stream().map(f -> target.resolve(named(f, format.replaceFirst(":.*", "")))).toList();
    assertThat(made).as(Files.readString(log)).allSatisfy(m -> assertThat(m).exists());
    return made;
  }

  private static String named(Path file, String format) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "." + format);
  }
}
