package org.parley.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A command as a user typed it: its exit code and what it printed, without colour. */
record Run(int code, String out, String err) {

  /** Runs it. */
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, StandardCharsets.UTF_8, 80);
    int code = Main.run(terminal, args);
    return new Run(code, out.toString(), err.toString().replace(System.lineSeparator(), "\n"));
  }

  /** What it printed, read as JSON. */
  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }

  /** The keys of an object in their order. */
  static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
