package org.parley.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of many cases, so that it can be cited and repeated.
 *
 * @param command that was given
 * @param knowledge which tables were used
 * @param mapping what the columns mean; {@code null} where they are named as facts
 * @param input what was read
 * @param events what was joined; {@code null} where nothing was
 * @param output the name of the file that was written; {@code -} for the stream
 * @param counts of records
 * @param postures how many records favour each posture
 * @param facts those that a column gives; all others are unknown in every record
 * @param passed the columns that are passed through
 */
public record BatchResult(
    List<String> command,
    Knowledge knowledge,
    @Nullable MappingUsed mapping,
    FileUsed input,
    @Nullable FileUsed events,
    String output,
    Counts counts,
    Map<String, Long> postures,
    List<String> facts,
    List<String> passed) {

  /**
   * Which tables were used.
   *
   * @param hash SHA-256 of the files of the knowledge base
   * @param engine that reads them
   */
  public record Knowledge(String hash, String engine) {}

  /**
   * A mapping.
   *
   * @param name what it calls itself
   * @param hash SHA-256 of its file
   */
  public record MappingUsed(String name, String hash) {}

  /**
   * A file.
   *
   * @param name without its folder; {@code -} for a standard stream
   * @param hash SHA-256 of its content
   */
  public record FileUsed(String name, String hash) {}

  /**
   * How many records there were: those read are those scored, rejected and left out.
   *
   * @param read from the input
   * @param scored and written to the output
   * @param unanswered of these without an answer of the tables, with the error beside them
   * @param rejected since they cannot be used, and kept apart
   * @param leftOut by the mapping
   */
  public record Counts(long read, long scored, long unanswered, long rejected, long leftOut) {}
}
