package org.parley.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.parley.Posture;
import org.parley.batch.BatchResult.Counts;
import org.parley.knowledge.Jackson;

/**
 * How far a run has come, so that another one can go on from there.
 *
 * @param asked what was asked for: a digest of all that the result depends on, but for the input
 * @param input how far it had been read, a little beyond the last record
 * @param counts of the records that are done
 * @param postures of the records that are done
 * @param outputBytes how much of the output is written
 * @param rejectBytes how much of the rejects is written
 */
record Checkpoint(
    String asked,
    InputMark input,
    Counts counts,
    Map<Posture, Long> postures,
    long outputBytes,
    long rejectBytes) {

  void write(Path file) throws IOException {
    ObjectNode json = new ObjectMapper(Jackson.json()).createObjectNode();
    json.put("asked", asked);
    json.put("position", input.position()).put("digest", input.digest());
    json.put("read", counts.read()).put("scored", counts.scored());
    json.put("unanswered", counts.unanswered()).put("rejected", counts.rejected());
    json.put("leftOut", counts.leftOut());
    postures.forEach((posture, count) -> json.put(posture.label(), count));
    json.put("outputBytes", outputBytes).put("rejectBytes", rejectBytes);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, json.toPrettyString() + "\n");
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The checkpoint of a file; empty where there is none. */
  static Optional<Checkpoint> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode json = new ObjectMapper(Jackson.json()).readTree(Files.readString(file));
    Map<Posture, Long> postures = new EnumMap<>(Posture.class);
    for (Posture posture : Posture.values()) {
      if (json.has(posture.label())) {
        postures.put(posture, json.get(posture.label()).asLong());
      }
    }
    return Optional.of(
        new Checkpoint(
            json.path("asked").asText(),
            new InputMark(json.path("position").asLong(), json.path("digest").asText()),
            new Counts(
                json.path("read").asLong(),
                json.path("scored").asLong(),
                json.path("unanswered").asLong(),
                json.path("rejected").asLong(),
                json.path("leftOut").asLong()),
            postures,
            json.path("outputBytes").asLong(),
            json.path("rejectBytes").asLong()));
  }
}
