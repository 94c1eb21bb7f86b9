package org.parley.author.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A change of a knowledge base or its cases, as its history keeps it.
 *
 * @param number counts the changes from 1
 * @param time when it was made
 * @param occasion by whom, by what and why
 * @param undoes the number of the change that it takes back, or 0
 * @param before SHA-256 of the knowledge base before, or an empty string where there is none
 * @param after SHA-256 of the knowledge base after, or an empty string where there is none
 * @param files the files that changed
 */
public record Entry(
    int number,
    Instant time,
    @JsonUnwrapped Occasion occasion,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int undoes,
    @JsonIgnore String before,
    @JsonIgnore String after,
    List<ChangedFile> files) {

  public Entry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(occasion, "occasion");
    files = List.copyOf(files);
  }

  /**
   * A file that changed.
   *
   * @param name its name below the folder of the knowledge base, with forward slashes
   * @param before SHA-256 of its content before, or an empty string where there was none
   * @param after SHA-256 of its content after, or an empty string where there is none
   */
  public record ChangedFile(String name, String before, String after) {

    public ChangedFile {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  @JsonProperty
  Knowledge knowledge() {
    return new Knowledge(before, after);
  }

  /** Hashes of the knowledge base before and after. */
  record Knowledge(String before, String after) {}

  /** The names of the files that changed. */
  public List<String> names() {
    return files.stream().map(ChangedFile::name).toList();
  }
}
