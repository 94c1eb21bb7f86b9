package org.parley;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Advises on cases from one knowledge base. Made by {@link Parley}; immutable and thread-safe: make
 * one and keep it.
 */
public interface Advisor extends AutoCloseable {

  /**
   * Advises on a case.
   *
   * @throws CaseRefused if the case has a fact or value that the vocabulary does not know, or
   *     events without a date to look from; it lists all such problems
   * @throws KnowledgeDefect if the tables leave the case without an answer
   */
  Advice advise(Case subject);

  /**
   * Advises on a case in the light of advice on earlier phases of its conflict: the findings say
   * where the advice turns within a short time.
   *
   * @param earlier advice on other phases; those of another conflict or a later day are left out
   * @throws CaseRefused as {@link #advise(Case)}
   */
  Advice advise(Case subject, List<Advice> earlier);

  /**
   * Reads a case file, YAML or JSON, with the vocabulary of this knowledge base.
   *
   * @throws CaseRefused if it cannot be read or is not a case file; it lists all problems with
   *     their lines
   */
  Case readCase(Path file);

  /**
   * Reads a case that somebody sent, in the form of a case file, with the vocabulary of this
   * knowledge base, so that each problem is told with its line; at most 2 MiB. Unlike a file, it
   * need not have an id, a day and two parties. The stream stays open.
   *
   * @param name what messages call it; JSON where it ends in {@code .json}, else YAML
   * @throws CaseRefused if it is not a case file; it lists all problems with their lines
   * @throws UncheckedIOException if the stream cannot be read
   */
  Case readCase(String name, InputStream content);

  /** The facts and event types that cases may use. */
  Catalogue.Vocabulary vocabulary();

  /** The statements of the sources that rows and rules rest on. */
  List<Catalogue.StatementEntry> statements();

  /** The decision tables, each behind those whose answers it reads. */
  List<Catalogue.Table> tables();

  /** What must hold in every possible case. */
  List<Catalogue.PrincipleEntry> principles();

  /** A JSON Schema (draft-07, which editors of YAML read too) of cases in this vocabulary. */
  String caseSchema();

  /** Which knowledge the advice rests on. */
  KnowledgeVersion knowledge();

  /**
   * Gives back what the engines hold. The advisor cannot be used afterwards; its advices can, but
   * for what they would ask it about other cases ({@link IllegalStateException}).
   */
  @Override
  void close();
}
