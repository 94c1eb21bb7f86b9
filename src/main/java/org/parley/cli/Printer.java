package org.parley.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.parley.knowledge.FileTrouble;

/** Prints to a stream, and remembers why it failed. */
final class Printer extends PrintWriter {
  private final Remembering stream;

  Printer(OutputStream out) {
    this(new Remembering(out));
  }

  private Printer(Remembering stream) {
    super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    this.stream = stream;
  }

  /** Whether whoever read it has seen enough. */
  boolean isClosedPipe() {
    return stream.failure != null
        && String.valueOf(stream.failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** Why it failed, or an empty string. */
  String reason() {
    return stream.failure == null ? "" : FileTrouble.of(stream.failure);
  }

  private static final class Remembering extends FilterOutputStream {
    private IOException failure;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
