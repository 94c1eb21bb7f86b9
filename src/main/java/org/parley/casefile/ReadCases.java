package org.parley.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.Allowance;
import org.parley.knowledge.Limit;
import org.parley.knowledge.Vocabulary;

/**
 * Cases with the files that they were read from, in the order of the files' names. Read a second
 * time, only files that changed are looked into. Immutable.
 */
public final class ReadCases {
  private final Vocabulary vocabulary;
  private final Map<Path, ReadCase> read;
  private final Map<Path, Case> byFile;
  private final Map<Path, byte[]> contents;

  private ReadCases(Vocabulary vocabulary, Map<Path, ReadCase> read, Map<Path, byte[]> contents) {
    this.vocabulary = vocabulary;
    this.read = read;
    Map<Path, Case> cases = new LinkedHashMap<>();
    read.forEach((file, one) -> cases.put(file, one.subject()));
    this.byFile = Collections.unmodifiableMap(cases);
    this.contents = contents;
  }

  /**
   * Reads the case files below a folder, or one file.
   *
   * @throws ParleyException with the problems of all files
   */
  public static ReadCases of(Vocabulary vocabulary, Path fileOrFolder) {
    return new ReadCases(vocabulary, Map.of(), Map.of()).again(vocabulary, fileOrFolder);
  }

  /**
   * Reads again what may have changed.
   *
   * @throws ParleyException with the problems of all files
   */
  public ReadCases again(Vocabulary vocabulary, Path fileOrFolder) {
    boolean sameWords = vocabulary.equals(this.vocabulary);
    CaseFiles caseFiles = new CaseFiles(vocabulary);
    Map<Path, ReadCase> now = new LinkedHashMap<>();
    Map<Path, byte[]> held = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    Allowance allowance = new Allowance(Limit.CASE_FILES, Limit.CASES);
    for (Path file : CaseFiles.in(fileOrFolder)) {
      try {
        byte[] content = CaseFiles.content(file);
        allowance.add(file.toString(), content.length);
        boolean same = sameWords && Arrays.equals(content, contents.get(file));
        now.put(file, same ? read.get(file) : caseFiles.readClosely(file.toString(), content));
        held.put(file, content);
      } catch (ParleyException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return new ReadCases(vocabulary, now, held);
  }

  /** The cases. */
  public List<Case> cases() {
    return List.copyOf(byFile.values());
  }

  /**
   * What the authors of the files should look at: texts that are cut short, names and tags that
   * were likely meant to be others, and files that share an id.
   */
  public List<Problem> remarks() {
    List<Problem> remarks = new ArrayList<>();
    read.values().forEach(one -> remarks.addAll(one.remarks()));
    Map<String, Path> first = new HashMap<>();
    byFile.forEach(
        (file, subject) -> {
          Path earlier = first.putIfAbsent(subject.id(), file);
          if (earlier != null) {
            remarks.add(Problem.in(file.toString(), sameId(subject.id(), earlier.toString())));
          }
        });
    return remarks;
  }

  /** That two files have one id. */
  public static String sameId(String id, String earlier) {
    return "has the id %s, as %s has: give one of them another"
        .formatted(CaseWords.quoted(id), earlier);
  }

  /** The cases by their files. */
  public Map<Path, Case> byFile() {
    return byFile;
  }

  /**
   * What a file held when it was read.
   *
   * @param file one of those in {@link #byFile}
   */
  public byte[] content(Path file) {
    return contents.get(file).clone();
  }
}
