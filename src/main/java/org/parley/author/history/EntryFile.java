package org.parley.author.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.author.history.Entry.ChangedFile;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Days;
import org.parley.knowledge.Jackson;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.SaveRecord;

/** Writes an entry of the history as JSON, and reads it back. */
final class EntryFile {

  private static final int SCHEMA_VERSION = 1;
  private static final long LARGEST = 4L << 20;
  private static final long LARGEST_OF_SHEETS = 1L << 20;
  private static final Pattern DIGEST = Pattern.compile("|[0-9a-f]{64}");
  private static final ObjectMapper JSON = new ObjectMapper(Jackson.json());

  private EntryFile() {}

  static byte[] write(Entry entry) {
    ObjectNode json = JSON.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("number", entry.number());
    json.put("time", entry.time().toString());
    json.put("author", entry.occasion().author());
    json.put("command", entry.occasion().command());
    text(json, "reason", entry.occasion().reason());
    if (entry.undoes() > 0) {
      json.put("undoes", entry.undoes());
    }
    ObjectNode knowledge = json.putObject("knowledge");
    text(knowledge, "before", entry.before());
    text(knowledge, "after", entry.after());
    ArrayNode files = json.putArray("files");
    for (ChangedFile file : entry.files()) {
      ObjectNode changed = files.addObject().put("name", file.name());
      text(changed, "before", file.before());
      text(changed, "after", file.after());
    }
    sheets(json, entry.occasion().sheets());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (IOException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** So many that nobody could read the entry any more are left out: they only spare a question. */
  private static void sheets(ObjectNode json, List<ImportedSheet> sheets) {
    long size =
        sheets.stream()
            .mapToLong(s -> s.file().length() + s.origin().length() + s.says().length())
            .sum();
    if (sheets.isEmpty() || size > LARGEST_OF_SHEETS) {
      return;
    }
    ArrayNode array = json.putArray("sheets");
    for (ImportedSheet sheet : sheets) {
      array
          .addObject()
          .put("file", sheet.file())
          .put("origin", sheet.origin())
          .put("says", sheet.says());
    }
  }

  private static void text(ObjectNode json, String key, String text) {
    if (!text.isEmpty()) {
      json.put(key, text);
    }
  }

  /**
   * Reads the entry of a record.
   *
   * @throws ParleyException if it is none
   */
  static Entry read(Path record) {
    Path file = record.resolve(SaveRecord.ENTRY);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw refused(file);
      }
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      List<ChangedFile> files = new ArrayList<>();
      for (JsonNode changed : json.path("files")) {
        files.add(
            new ChangedFile(
                name(changed.path("name").asText(), file),
                digest(changed.path("before").asText(), file),
                digest(changed.path("after").asText(), file)));
      }
      List<ImportedSheet> sheets = new ArrayList<>();
      for (JsonNode sheet : json.path("sheets")) {
        sheets.add(
            new ImportedSheet(
                sheet.path("file").asText(),
                sheet.path("origin").asText(),
                sheet.path("says").asText()));
      }
      return new Entry(
          json.path("number").asInt(),
          time(json.path("time").asText(), file),
          new Occasion(
              json.path("author").asText(),
              json.path("command").asText(),
              json.path("reason").asText(),
              sheets),
          json.path("undoes").asInt(),
          digest(json.path("knowledge").path("before").asText(), file),
          digest(json.path("knowledge").path("after").asText(), file),
          files);
    } catch (IOException | DateTimeException | InvalidPathException e) {
      throw refused(file);
    }
  }

  /** Only what belongs to a knowledge base is ever written back. */
  private static String name(String name, Path file) {
    boolean below = Path.of(name).normalize().toString().replace('\\', '/').equals(name);
    if (!below || !(KnowledgeFiles.belongs(name) || CaseFiles.isCaseFile(name))) {
      throw refused(file);
    }
    return name;
  }

  private static Instant time(String text, Path file) {
    Instant time = Instant.parse(text);
    if (!Days.isWritable(LocalDate.ofInstant(time, ZoneOffset.UTC))) {
      throw refused(file);
    }
    return time;
  }

  private static String digest(String text, Path file) {
    if (!DIGEST.matcher(text).matches()) {
      throw refused(file);
    }
    return text;
  }

  private static ParleyException refused(Path file) {
    return ParleyException.in(file.toString(), "no entry of a history: it was changed by hand");
  }
}
