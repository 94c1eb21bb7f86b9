package org.parley.precedent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Allowance;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Limit;
import org.parley.knowledge.ShippedFiles;
import org.parley.knowledge.Vocabulary;

/**
 * The cases of history that lie beside a knowledge base. Immutable.
 *
 * @param words the digest of the vocabulary that they are told in
 * @param files the digest of the files that they were read from
 * @param cases in the order of the files
 */
public record Library(String words, String files, List<Precedent> cases) {
  private static final SortedMap<String, byte[]> EMPTY = Collections.emptySortedMap();

  /** The name under which the build ships the library. */
  public static final String SHIPPED = "precedents";

  public Library {
    cases = List.copyOf(cases);
  }

  /**
   * The library of a knowledge base; without any case where none lie beside it, or where they
   * cannot be read. What the build ships is used as it is where neither facts nor case files
   * differ. A file that is no case is left out.
   */
  public static Library of(KnowledgeBase knowledge) {
    KnowledgeFiles files = knowledge.files();
    String words = words(knowledge);
    Optional<Library> shipped =
        ShippedFiles.read(SHIPPED)
            .flatMap(bytes -> LibraryFile.read(bytes, words, knowledge.vocabulary()));
    if (files.areBuiltIn()) {
      return shipped.orElse(new Library(words, "", List.of()));
    }
    Map<String, byte[]> contents = caseFiles(withCases(files).cases().orElse(EMPTY));
    String digest = digest(contents);
    return shipped
        .filter(library -> library.files().equals(digest))
        .orElseGet(() -> new Library(words, digest, read(contents, knowledge.vocabulary())));
  }

  private static String words(KnowledgeBase knowledge) {
    StringBuilder words = new StringBuilder();
    knowledge
        .vocabulary()
        .facts()
        .forEach(fact -> words.append(fact.name()).append(fact.values()).append('\n'));
    return Digests.hex(words.toString());
  }

  /** Files with those of the cases beside them, which may change later. */
  public static KnowledgeFiles withCases(KnowledgeFiles files) {
    return files.cases().isPresent()
        ? files
        : files.caseFolder().map(Library::contents).map(files::withCases).orElse(files);
  }

  private static Map<String, byte[]> caseFiles(Map<String, byte[]> files) {
    Map<String, byte[]> contents = new LinkedHashMap<>(files);
    contents.keySet().removeIf(name -> !CaseFiles.isCaseFile(name));
    return contents;
  }

  private static Map<String, byte[]> contents(Path folder) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Allowance allowance = new Allowance(Limit.CASE_FILES, Limit.CASES);
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try {
        byte[] content = CaseFiles.content(file);
        allowance.add(name, content.length);
        contents.put(name, content);
      } catch (ParleyException e) {
        // it is left out; whoever runs the cases is told what is wrong with it
      }
    }
    return contents;
  }

  private static List<Path> files(Path folder) {
    try {
      return CaseFiles.in(folder);
    } catch (ParleyException e) {
      // as above
      return List.of();
    }
  }

  private static String digest(Map<String, byte[]> contents) {
    StringBuilder digests = new StringBuilder();
    contents.forEach(
        (name, content) ->
            digests.append(name).append('\n').append(Digests.hex(content)).append('\n'));
    return Digests.hex(digests.toString());
  }

  private static List<Precedent> read(Map<String, byte[]> contents, Vocabulary vocabulary) {
    CaseFiles reader = new CaseFiles(vocabulary);
    Set<String> ids = new HashSet<>();
    List<Precedent> cases = new ArrayList<>();
    contents.forEach(
        (name, content) -> {
          try {
            Case read = reader.read(name, content);
            // of two with one id the first: nothing is learned twice
            Precedent.of(read, vocabulary).filter(p -> ids.add(read.id())).ifPresent(cases::add);
          } catch (ParleyException e) {
            // as above
          }
        });
    return cases;
  }

  /** The library as the build ships it. */
  public byte[] toFile(Vocabulary vocabulary) {
    return LibraryFile.write(this, vocabulary);
  }
}
