package org.parley.explain;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Catalogue;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;
import org.parley.ReloadingAdvisor;

/** Hands each call to the advisor of the newest knowledge that could be used. */
public final class SwappedAdvisor implements ReloadingAdvisor {
  private final Source source;
  private volatile TableAdvisor current;
  private boolean closed;

  /** Where advisors come from. */
  public interface Source {

    /**
     * An advisor on what the source holds now.
     *
     * @param earlier the one before, which is given back where nothing has changed; or {@code null}
     * @throws ParleyException if it cannot be used
     */
    TableAdvisor load(TableAdvisor earlier);
  }

  /**
   * @throws ParleyException if what the source holds cannot be used
   */
  public SwappedAdvisor(Source source) {
    this.source = source;
    this.current = source.load(null);
  }

  @Override
  public synchronized Reload reload() {
    if (closed) {
      throw new IllegalStateException("the advisor is closed");
    }
    TableAdvisor before = current;
    try {
      TableAdvisor loaded = source.load(before);
      if (loaded == before) {
        return new Reload(Outcome.UNCHANGED, before.knowledge(), List.of());
      }
      current = loaded;
      before.close();
      return new Reload(Outcome.RELOADED, loaded.knowledge(), List.of());
    } catch (ParleyException e) {
      return new Reload(Outcome.REFUSED, before.knowledge(), e.problems());
    }
  }

  /**
   * Asks the advisor that answers now something within one call.
   *
   * @throws IllegalStateException if this one is closed
   */
  public <T> T call(Function<TableAdvisor, T> question) {
    return ask(advisor -> advisor.call(question));
  }

  /** Asks again where another took the place of an advisor before it was asked. */
  private <T> T ask(Function<TableAdvisor, T> question) {
    while (true) {
      TableAdvisor advisor = current;
      try {
        return question.apply(advisor);
      } catch (IllegalStateException e) {
        if (advisor == current || !advisor.isClosed()) {
          throw e;
        }
      }
    }
  }

  @Override
  public Advice advise(Case subject) {
    return advise(subject, List.of());
  }

  @Override
  public Advice advise(Case subject, List<Advice> earlier) {
    return ask(advisor -> advisor.advise(subject, earlier));
  }

  @Override
  public Case readCase(Path file) {
    return ask(advisor -> advisor.readCase(file));
  }

  @Override
  public Case readCase(String name, InputStream content) {
    return ask(advisor -> advisor.readCase(name, content));
  }

  @Override
  public Catalogue.Vocabulary vocabulary() {
    return ask(TableAdvisor::vocabulary);
  }

  @Override
  public List<Catalogue.StatementEntry> statements() {
    return ask(TableAdvisor::statements);
  }

  @Override
  public List<Catalogue.Table> tables() {
    return ask(TableAdvisor::tables);
  }

  @Override
  public List<Catalogue.PrincipleEntry> principles() {
    return ask(TableAdvisor::principles);
  }

  @Override
  public String caseSchema() {
    return ask(TableAdvisor::caseSchema);
  }

  @Override
  public KnowledgeVersion knowledge() {
    return current.knowledge();
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.close();
  }
}
