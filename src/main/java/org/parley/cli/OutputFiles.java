package org.parley.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.SaveRecord;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the files that a command is told to write: whole or not at all, and never over what the
 * command reads or what belongs to the knowledge base.
 */
final class OutputFiles {
  private static final Set<String> OUTPUTS =
      Set.of("--output", "--junit", "--html", "--svg", "--results", "--csv");
  private static final String BESIDE = ".parley";

  /** What the process itself has open, be it a file. */
  private static final Pattern OPEN =
      Pattern.compile("/dev/(?:stdout|stderr|fd/\\d+)|/proc/(?:self|thread-self|\\d+)/fd/\\d+");

  private final CommandSpec command;
  private final Predicate<String> read;

  /**
   * @param command whose arguments say what it reads
   */
  OutputFiles(CommandSpec command) {
    this.command = command;
    this.read =
        switch (command.name()) {
          case "tck" -> name -> name.endsWith(".dmn") || name.endsWith(".xml");
          case "import" -> name -> name.endsWith(".csv");
          // it adds to the cases that it reads
          case "suggest" -> name -> false;
          default -> CaseFiles::isCaseFile;
        };
  }

  /** That a sheet holds what somebody wrote there: no export takes that away unasked. */
  static Problem edited(Path sheet) {
    return Problem.in(
        sheet.toString(),
        "was edited, or is no export: import it first, or write over it with --force");
  }

  /**
   * Refuses before anything is done what could not be written when all is done.
   *
   * @throws ParleyException if a file that is to be written must not be
   */
  void check() {
    for (ArgSpec given : command.commandLine().getParseResult().matchedArgs()) {
      if (given instanceof OptionSpec option
          && OUTPUTS.contains(option.longestName())
          && option.paramLabel().startsWith("FILE")) {
        Path file = option.getValue();
        try {
          if (!isStream(file)) {
            refuseWhatIsRead(file, file);
          }
        } catch (IOException e) {
          throw refused(file, "cannot be written: " + reason(e));
        }
      }
    }
  }

  /** Writes a text; what acts or hides in it is marked. */
  void write(Path file, String content) {
    write(file, file, Shown.text(content).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file, and makes the folders that it lies in.
   *
   * @param argument what the user named: the file, or the folder that it goes to
   * @throws ParleyException if it must not or cannot be written
   */
  void write(Path argument, Path file, byte[] content) {
    write(argument, file, out -> out.write(content));
  }

  /** What is written piece by piece, since it may be too much for memory. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file piece by piece, and makes the folders that it lies in.
   *
   * @param argument what the user named: the file, or the folder that it goes to
   * @throws ParleyException if it must not or cannot be written
   */
  void write(Path argument, Path file, Content content) {
    try {
      if (isStream(file)) {
        try (OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
          content.writeTo(out);
        }
      } else {
        refuseWhatIsRead(argument, file);
        replace(resolved(file), content);
      }
    } catch (IOException e) {
      throw refused(file, "cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileAlreadyExistsException there
        ? there.getFile() + " is no folder"
        : FileTrouble.of(e);
  }

  /** What has no content of its own, or stands for what the process has open. */
  private static boolean isStream(Path file) {
    boolean open = OPEN.matcher(file.toAbsolutePath().normalize().toString()).matches();
    return Files.exists(file) && !Files.isDirectory(file) && (open || !Files.isRegularFile(file));
  }

  private static void replace(Path file, Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileTrouble.Seen("it is a folder");
    }
    FileTrouble.requireClosed(file);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new FileTrouble.Seen("it is read-only");
    }
    if (Files.exists(file) && !Files.isWritable(folder)) {
      // nothing can be put beside it
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
      return;
    }
    clearLeftovers(folder, file);
    Path beside = folder.resolve(leftover(file) + ProcessHandle.current().pid() + BESIDE);
    try {
      try (OutputStream out =
          Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      keepPermissions(file, beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (Files.exists(from) && old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /** Deletes what a command that was killed has left beside the file. */
  private static void clearLeftovers(Path folder, Path file) throws IOException {
    String start = leftover(file);
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, f -> f.getFileName().toString().startsWith(start))) {
      files.forEach(left::add);
    }
    for (Path one : left) {
      String rest = one.getFileName().toString().substring(start.length());
      if (rest.matches("\\d{1,18}\\" + BESIDE)) {
        long pid = Long.parseLong(rest.substring(0, rest.length() - BESIDE.length()));
        if (ProcessHandle.of(pid).isEmpty()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }

  private static String leftover(Path file) {
    return "." + file.getFileName() + ".";
  }

  private void refuseWhatIsRead(Path argument, Path file) throws IOException {
    Path target = real(file);
    for (Path part : target) {
      if (part.toString().equals(SaveRecord.FOLDER)) {
        throw belongs(file);
      }
    }
    for (ArgSpec given : command.commandLine().getParseResult().matchedArgs()) {
      for (Path other : paths(given.getValue())) {
        if (other != argument) {
          refuse(file, target, other, given);
        }
      }
    }
    Path base = knowledge();
    if (base != null) {
      refusePartOf(base, file, target);
    }
  }

  private Path knowledge() {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(Knowledge.class::isInstance)
        .map(k -> ((Knowledge) k).folder())
        .findFirst()
        .orElseGet(Knowledge::home);
  }

  private void refuse(Path file, Path target, Path other, ArgSpec given) throws IOException {
    Path input = real(other);
    String label = given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
    if (input.equals(target)
        || (Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other))) {
      throw refused(file, "is given as %s too: write the result to another file".formatted(label));
    }
    if (Files.isDirectory(input)) {
      refusePartOf(input, file, target);
      boolean wholeBase = label.equals("--knowledge") || given.getValue() instanceof String;
      if (!wholeBase
          && target.startsWith(input)
          && read.test(input.relativize(target).toString().replace('\\', '/'))) {
        throw refused(
            file,
            "would be read with %s the next time: write the result to another folder"
                .formatted(label));
      }
    }
  }

  private static void refusePartOf(Path base, Path file, Path target) throws IOException {
    if (!Files.isDirectory(base.resolve("dmn"))) {
      return;
    }
    Path cases = real(base.resolve("cases"));
    if (target.startsWith(real(base.resolve("dmn")))
        || target.startsWith(real(base.resolve("rules")))
        || (target.startsWith(cases)
            && CaseFiles.isCaseFile(cases.relativize(target).toString().replace('\\', '/')))) {
      throw belongs(file);
    }
  }

  private static List<Path> paths(Object value) {
    List<Path> paths = new ArrayList<>();
    if (value instanceof Path path) {
      paths.add(path);
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> paths.addAll(paths(one)));
    } else if (value instanceof String text) {
      Knowledge.named(text).ifPresent(paths::add);
    }
    return paths;
  }

  /** Where a link leads to, also where nothing stands there yet. */
  private static Path resolved(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    return Files.isSymbolicLink(file)
        ? file.toAbsolutePath().resolveSibling(Files.readSymbolicLink(file))
        : file;
  }

  /** The place of a file that may not exist yet, without links. */
  private static Path real(Path file) throws IOException {
    Path whole = resolved(file).toAbsolutePath().normalize();
    Path there = whole;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null ? whole : there.toRealPath().resolve(there.relativize(whole));
  }

  private static ParleyException belongs(Path file) {
    return refused(file, "belongs to the knowledge base: write the result to another file");
  }

  private static ParleyException refused(Path file, String message) {
    return new ParleyException(List.of(Problem.in(file.toString(), message)));
  }
}
