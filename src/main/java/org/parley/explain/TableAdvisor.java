package org.parley.explain;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.AdviceListener;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Catalogue;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.KnowledgeDefect;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCase;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.derive.Deriver;
import org.parley.derive.Reviewer;
import org.parley.knowledge.Days;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Limit;
import org.parley.precedent.Library;
import org.parley.precedent.PrecedentFinder;

/** The advisor: derives facts, lets the tables decide, explains. */
public final class TableAdvisor implements Advisor {
  private static final int MOST_PROBLEMS = 100;

  private final KnowledgeBase knowledge;
  private final TableEngine engine;
  private final Deriver deriver;
  private final Reviewer reviewer;
  private final CaseFiles caseFiles;
  private final TableAdvice.Shared shared;
  private final Calls calls;
  private final Announcements announcements;
  // read when somebody asks; two threads may read it at once, and read the same
  private volatile Library library;
  private volatile PrecedentFinder precedents;

  private TableAdvisor(
      KnowledgeBase knowledge,
      TableEngine engine,
      Deriver deriver,
      boolean explains,
      List<AdviceListener> listeners) {
    this.knowledge = knowledge;
    this.engine = engine;
    this.deriver = deriver;
    this.reviewer = deriver.reviewer();
    this.caseFiles = new CaseFiles(knowledge.vocabulary());
    this.calls = new Calls(deriver::close);
    FactSpace space = new FactSpace(knowledge, engine.codes(), FinalDecisions.POSTURE);
    this.shared =
        new TableAdvice.Shared(
            knowledge,
            engine,
            space,
            new BasisJudge(knowledge, engine, space),
            new TracePlan(knowledge),
            engine.refusal().map(r -> new Finding("fast path refused", r)).stream().toList(),
            unread(knowledge),
            new KnowledgeVersion(knowledge.version(), ReferenceEngine.describe()),
            explains);
    this.announcements = new Announcements(listeners, shared.version());
  }

  /** The facts that no table looks at, nor any rule by their names. */
  private static Set<String> unread(KnowledgeBase knowledge) {
    Set<String> unread = new HashSet<>(knowledge.vocabulary().factNames());
    knowledge.decisions().forEach(d -> unread.removeAll(d.facts()));
    unread.removeIf(
        fact ->
            knowledge.rules().sources().values().stream()
                .anyMatch(text -> text.contains('"' + fact + '"')));
    return Set.copyOf(unread);
  }

  /**
   * An advisor on a knowledge base.
   *
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile
   */
  public static TableAdvisor of(KnowledgeBase knowledge) {
    return of(knowledge, /* explains= */ true, List.of());
  }

  /**
   * An advisor on a knowledge base.
   *
   * @param explains whether its advices can be asked for more than what the tables favour
   * @param listeners hear of every case that it is asked about
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile
   */
  public static TableAdvisor of(
      KnowledgeBase knowledge, boolean explains, List<AdviceListener> listeners) {
    FinalDecisions.require(knowledge);
    return new TableAdvisor(
        knowledge, TableEngine.of(knowledge), new Deriver(knowledge), explains, listeners);
  }

  /**
   * An advisor on a knowledge base whose tables an engine answers already.
   *
   * @throws ParleyException if it lacks a decision that advice needs
   */
  public static TableAdvisor of(KnowledgeBase knowledge, TableEngine engine) {
    FinalDecisions.require(knowledge);
    return new TableAdvisor(
        knowledge, engine, new Deriver(knowledge), /* explains= */ true, List.of());
  }

  /**
   * An advisor on another version of the knowledge base, in the place of this one, which must not
   * be asked any more: what is the same is neither made nor started again.
   *
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile; this
   *     advisor stays in its place then
   */
  public TableAdvisor changedTo(KnowledgeBase other) {
    FinalDecisions.require(other);
    TableEngine changed = engine.changedTo(other);
    return made(other, changed, deriver.changedTo(other));
  }

  /**
   * An advisor on another version of the knowledge base beside this one: what is the same is not
   * made again. Each is closed by itself.
   *
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile
   */
  public TableAdvisor beside(KnowledgeBase other) {
    FinalDecisions.require(other);
    TableEngine changed = engine.changedTo(other);
    return made(other, changed, deriver.beside(other));
  }

  private TableAdvisor made(KnowledgeBase other, TableEngine changed, Deriver rules) {
    return new TableAdvisor(other, changed, rules, shared.explains(), announcements.listeners());
  }

  /**
   * Asks it something within one call: what the answer needs is not given back before it ends.
   *
   * @throws IllegalStateException if it answers no more
   */
  public <T> T call(Function<TableAdvisor, T> question) {
    return calls.of(() -> question.apply(this));
  }

  /** What it advises by. */
  public KnowledgeBase base() {
    return knowledge;
  }

  /**
   * This advisor, when it has started its rules and advised once: what is wrong with the knowledge
   * is found now, and not in the first case that needs it.
   *
   * @throws KnowledgeDefect if something is; the advisor is closed then
   */
  public TableAdvisor tried() {
    try {
      deriver.start();
      TableAdvice advice = answer(Case.of(Map.of()), List.of());
      if (shared.explains()) {
        advice.findings();
        advice.topics();
        advice.similar(List.of(), 1);
      }
      return this;
    } catch (ParleyException e) {
      close();
      throw new KnowledgeDefect(e.problems());
    }
  }

  @Override
  public TableAdvice advise(Case subject) {
    return advise(subject, List.of());
  }

  @Override
  public TableAdvice advise(Case subject, List<Advice> earlier) {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(earlier, "earlier");
    return announcements.of(subject, () -> calls.of(() -> answer(subject, earlier)));
  }

  /** Advises within a call. */
  TableAdvice answer(Case subject, List<Advice> earlier) {
    Case today = knowledge.vocabulary().today(subject);
    return advise(today, known(today), earlier);
  }

  /** Advises on a case with what is to be said of its file. */
  public TableAdvice advise(ReadCase read) {
    return announcements.of(read.subject(), () -> calls.of(() -> answer(read)));
  }

  private TableAdvice answer(ReadCase read) {
    Deriver.Result known = known(read.subject());
    List<Finding> findings = new ArrayList<>(read.cuts());
    findings.addAll(known.findings());
    return advise(
        read.subject(), new Deriver.Result(known.facts(), findings, known.rules()), List.of());
  }

  /** The calls that are under way. */
  Calls calls() {
    return calls;
  }

  /** Whether it answers no more. */
  boolean isClosed() {
    return calls.areClosed();
  }

  /** Advises on a case whose known facts are known already. */
  TableAdvice advise(Case subject, Deriver.Result known, List<Advice> earlier) {
    return new TableAdvice(
        this,
        subject,
        known,
        evaluate(subject, known.facts()),
        (posture, track) ->
            shared.explains()
                ? reviewer.review(subject, known.facts(), posture, track, earlier)
                : List.of());
  }

  /** The facts of a case that are known, with those that rules derive. */
  Deriver.Result known(Case subject) {
    Case today = knowledge.vocabulary().today(subject);
    requireKnownWords(today);
    return deriver.derive(today);
  }

  private Evaluation evaluate(Case subject, Map<String, Fact> facts) {
    try {
      return engine.evaluate(
          name -> {
            Fact fact = facts.get(name);
            return fact == null ? FactType.UNKNOWN : fact.value();
          });
    } catch (ParleyException e) {
      throw new KnowledgeDefect(
          e.problems().stream()
              .map(p -> subject.id().isEmpty() ? p : p.with("case " + subject.id()))
              .toList());
    }
  }

  TableAdvice.Shared shared() {
    return shared;
  }

  /** The engine that answers its decisions. */
  public TableEngine engine() {
    return engine;
  }

  /** The decisions whose answers reach the reader of an advice, in their order. */
  public List<String> answers() {
    return FinalDecisions.answersOf(knowledge);
  }

  /** The facts of a case that are known, with those that rules derive, by name. */
  public Map<String, String> factsOf(Case subject) {
    return known(subject).values();
  }

  /** What rules derive from the events of a case, whatever the case itself gives. */
  public Deriver.Derived fromEvents(Case subject) {
    return deriver.fromEvents(subject);
  }

  /** The cases of history beside the knowledge base; read when it is asked for first, and kept. */
  public Library library() {
    Library made = library;
    if (made == null) {
      made = Library.of(knowledge);
      library = made;
    }
    return made;
  }

  PrecedentFinder precedents() {
    PrecedentFinder made = precedents;
    if (made == null) {
      made = new PrecedentFinder(library(), knowledge.vocabulary().facts());
      precedents = made;
    }
    return made;
  }

  @Override
  public Case readCase(Path file) {
    try {
      return calls.of(() -> caseFiles.readClosely(file).remarked());
    } catch (CaseRefused e) {
      throw e;
    } catch (ParleyException e) {
      throw new CaseRefused(e.problems());
    }
  }

  @Override
  public Case readCase(String name, InputStream content) {
    return calls.of(
        () ->
            caseFiles.readClosely(name, CaseFiles.content(content), /* whole= */ false).remarked());
  }

  @Override
  public Catalogue.Vocabulary vocabulary() {
    return calls.of(() -> CatalogueEntries.of(knowledge.vocabulary()));
  }

  @Override
  public List<Catalogue.StatementEntry> statements() {
    return calls.of(
        () -> knowledge.statements().values().stream().map(CatalogueEntries::of).toList());
  }

  @Override
  public List<Catalogue.Table> tables() {
    return calls.of(() -> knowledge.decisions().stream().flatMap(CatalogueEntries::of).toList());
  }

  @Override
  public List<Catalogue.PrincipleEntry> principles() {
    return calls.of(() -> knowledge.principles().stream().map(CatalogueEntries::of).toList());
  }

  @Override
  public String caseSchema() {
    return calls.of(caseFiles::schema);
  }

  @Override
  public KnowledgeVersion knowledge() {
    return shared.version();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** What is wrong, as far as somebody reads it: a hostile case may be wrong all over. */
  private void requireKnownWords(Case subject) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Fact> fact : subject.facts().entrySet()) {
      if (problems.size() == MOST_PROBLEMS) {
        break;
      }
      knowledge
          .vocabulary()
          .objection(fact.getKey(), fact.getValue().value())
          .ifPresent(problems::add);
    }
    if (subject.asOf() != null && !Days.isWritable(subject.asOf())) {
      problems.add(
          new Problem(
              Place.of("").in("key", "as of"),
              "'as of' %s: years go from 1 to 9999".formatted(subject.asOf()),
              Problem.Kind.UNKNOWN_VALUE));
    }
    if (subject.events().size() > Limit.EVENTS.most()) {
      // rules compare events with each other
      problems.add(new Problem(Place.of("").in("key", "events"), Limit.EVENTS.exceeded()));
    } else {
      subject.events().stream()
          .flatMap(e -> knowledge.vocabulary().objection(e).stream())
          .distinct()
          .limit(MOST_PROBLEMS)
          .forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new CaseRefused(problems);
    }
  }
}
