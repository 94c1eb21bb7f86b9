package org.parley;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Advises on cases from one knowledge base. Made by {@link Parley}; immutable and thread-safe: make
 * one and keep it.
 */
public interface Advisor extends AutoCloseable {

  /**
   * Advises on a case.
   *
   * @throws ParleyException if the case has a fact or value that the vocabulary does not know, or
   *     events without a date to look from; it lists all such problems
   */
  Advice advise(Case subject);

  /**
   * Advises on a case in the light of advice on earlier phases of its conflict: the findings say
   * where the advice turns within a short time.
   *
   * @param earlier advice on other phases; those of another conflict or a later day are left out
   * @throws ParleyException as {@link #advise(Case)}
   */
  default Advice advise(Case subject, List<Advice> earlier) {
    return advise(subject);
  }

  /**
   * What would change the posture.
   *
   * @param most up to how many facts at once to search, from 1
   * @throws ParleyException as {@link #advise(Case)}
   */
  Changes whatWouldChange(Case subject, int most);

  /**
   * What would make the tables favour a posture that they do not favour now.
   *
   * @param most up to how many facts at once to search, from 1
   * @throws ParleyException as {@link #advise(Case)}
   */
  Changes whatWouldLeadTo(Posture to, Case subject, int most);

  /**
   * What the facts that are not known could still change, and which of them to learn first.
   *
   * @throws ParleyException as {@link #advise(Case)}
   */
  default OpenQuestions openQuestions(Case subject) {
    return openQuestions(subject, fact -> false);
  }

  /**
   * What the facts that are not known, or are in doubt, could still change.
   *
   * @param doubted which of the known facts to take as open too
   * @throws ParleyException as {@link #advise(Case)}
   */
  OpenQuestions openQuestions(Case subject, Predicate<Fact> doubted);

  /**
   * The cases most like another, nearest first and then by their ids. Left out are the case itself,
   * known by its id, and cases that were made up.
   *
   * @param history the cases to look among
   * @param most how many to give, from 1
   * @throws ParleyException as {@link #advise(Case)}
   */
  List<SimilarCase> similar(Case subject, Collection<Case> history, int most);

  /**
   * A war from both seats.
   *
   * @param theirs the situation as the adversary believes it to be, with the adversary as deciding
   *     party
   * @throws ParleyException as {@link #advise(Case)}, and where the two cases name other parties
   */
  Seats seats(Case ours, Case theirs);

  /**
   * A war from both seats, where the adversary's is read off ours: what we hold to be so of it and
   * of us, as it would look from there.
   *
   * @throws ParleyException as {@link #advise(Case)}
   */
  Seats seats(Case ours);

  /**
   * Advises, with everything that can be argued about.
   *
   * @param history the cases to look among for similar ones
   * @throws ParleyException as {@link #advise(Case)}
   */
  default Briefing briefing(Case subject, Collection<Case> history) {
    Advice advice = advise(subject);
    List<WhyNot> whyNot =
        Stream.of(Posture.values()).filter(p -> p != advice.posture()).map(advice::whyNot).toList();
    return new Briefing(
        advice,
        whyNot,
        whatWouldChange(subject, Briefing.FACTS_AT_ONCE),
        openQuestions(subject),
        similar(subject, history, Briefing.SIMILAR_CASES));
  }

  /**
   * Reads a case file, YAML or JSON, with the vocabulary of this knowledge base.
   *
   * @throws ParleyException if it cannot be read or is not a case file; it lists all problems with
   *     their lines
   */
  Case readCase(Path file);

  /** Which knowledge the advice rests on. */
  KnowledgeVersion knowledge();

  /** Gives back what the engines hold. The advisor cannot be used afterwards; advices can. */
  @Override
  void close();
}
