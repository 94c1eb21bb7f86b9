package org.parley.decide;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.parley.ParleyException;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.answer.FactCodes;
import org.parley.decide.answer.NotCompiled;
import org.parley.decide.answer.TableCells;
import org.parley.decide.compile.KnownTables;
import org.parley.decide.compile.MaskFile;
import org.parley.decide.compile.TableCompiler;
import org.parley.decide.proof.PrincipleProofs;
import org.parley.decide.proof.Proof;
import org.parley.decide.reference.LateReference;
import org.parley.decide.search.CellChange;
import org.parley.decide.search.CellTrials;
import org.parley.decide.search.FactSearch;
import org.parley.decide.search.RowReach;
import org.parley.decide.search.Wanted;
import org.parley.decide.world.Deadline;
import org.parley.decide.world.DecisionDiagram;
import org.parley.decide.world.ShiftCounter;
import org.parley.decide.world.Shifts;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;
import org.parley.knowledge.ShippedFiles;

/**
 * Answers the decisions of a knowledge base: through masks made of its tables, and through the
 * reference engine where none could be made. Thread-safe.
 */
public final class TableEngine {
  private static final int SAMPLE = 20;
  private static final long SEED = 1;
  private static final int MOST_NODES = 400_000;

  /** The name under which the build ships the masks. */
  static final String SHIPPED = "masks";

  private static final String REFUSED = "masks are refused: ";

  private final KnowledgeBase knowledge;
  private final CompiledTables tables;
  private final FactCodes codes;
  private final LateReference reference;
  // worked out when somebody asks; two threads may do so at once
  private volatile Boolean complete;

  TableEngine(KnowledgeBase knowledge, CompiledTables tables, LateReference reference) {
    this.knowledge = knowledge;
    this.tables = tables;
    this.codes = new FactCodes(knowledge.vocabulary(), tables.facts());
    this.reference = reference;
  }

  /**
   * An engine on a knowledge base. Masks that came with the library are used as they are; others
   * are made, held against the reference engine, and not used where the two differ.
   *
   * @throws ParleyException if the models do not compile; it lists every message
   */
  public static TableEngine of(KnowledgeBase knowledge) {
    KnownTables shipped = ShippedFiles.read(SHIPPED).map(MaskFile::read).orElse(KnownTables.NONE);
    return shipped.version().equals(knowledge.tableVersion())
        ? new TableEngine(knowledge, shipped.all(knowledge), new LateReference(knowledge, null))
        : of(knowledge, shipped);
  }

  /**
   * An engine on another knowledge base, most of which is the same: only tables that differ are
   * made again.
   *
   * @throws ParleyException if the models do not compile; it lists every message
   */
  public TableEngine changedTo(KnowledgeBase other) {
    return of(other, KnownTables.of(knowledge, tables));
  }

  private static TableEngine of(KnowledgeBase knowledge, KnownTables known) {
    TableCompiler compiler = new TableCompiler(knowledge, known);
    CompiledTables tables = compiler.compile();
    TableEngine engine =
        new TableEngine(knowledge, tables, new LateReference(knowledge, compiler.reference()));
    // where few tables are new, each has been held against the engine by itself
    return compiler.reference() == null ? engine : engine.checked();
  }

  /** This engine, or one that leaves all to the reference where the two differ in a few cases. */
  TableEngine checked() {
    String difference = firstDifference(SAMPLE).orElse(null);
    return difference == null ? this : withoutMasks(REFUSED + difference);
  }

  /** An engine that leaves all to the reference, for one reason. */
  TableEngine withoutMasks(String reason) {
    return new TableEngine(knowledge, tables.refused(reason), reference);
  }

  /** Why no masks are used at all, which should never be; empty where they are. */
  public Optional<String> refusal() {
    return tables.notCompiled().stream()
        .map(NotCompiled::reason)
        .filter(reason -> reason.startsWith(REFUSED))
        .findFirst();
  }

  /** An engine with masks that have not been held against the reference in whole cases. */
  static TableEngine compile(KnowledgeBase knowledge) {
    TableCompiler compiler = new TableCompiler(knowledge, KnownTables.NONE);
    CompiledTables tables = compiler.compile();
    return new TableEngine(knowledge, tables, new LateReference(knowledge, compiler.reference()));
  }

  CompiledTables tables() {
    return tables;
  }

  /** The masks as the build ships them. */
  byte[] toFile() {
    return MaskFile.write(KnownTables.of(knowledge, tables));
  }

  /** How facts are encoded for {@link #answers()}. */
  public FactCodes codes() {
    return codes;
  }

  /** Room for answers to cases that are encoded already. */
  public Answers answers() {
    return new Answers(tables, reference);
  }

  /** Room for answers of some decisions to cases that are encoded already. */
  public Answers answers(List<String> decisions) {
    return new Answers(tables, reference, decisions);
  }

  /** Whether every decision has masks, and a result in every possible case. */
  public boolean answersAll() {
    Boolean known = complete;
    if (known == null) {
      known =
          tables.decisions().stream()
              .map(d -> tables.table(d.name()))
              .allMatch(table -> table != null && table.answersAll());
      complete = known;
    }
    return known;
  }

  /** The results of a decision by their codes; a decision that collects has one for all lists. */
  public List<Object> results(String decision) {
    return tables.domain(tables.slot(decision)).values();
  }

  /** An evaluator of these decisions on many cases. */
  public ColumnEvaluator columns(List<String> decisions) {
    return new ColumnEvaluator(tables, answers(), decisions);
  }

  /**
   * Counts in how many worlds a decision answers what, without visiting each.
   *
   * @param facts a code for each fact of the vocabulary, as {@link FactCodes} gives them
   * @param open the facts that may have other values
   * @return empty where that would take too much room or time, or where tables on the way have no
   *     masks
   */
  public Optional<Worlds> worlds(
      String decision, byte[] facts, List<Worlds.Open> open, Deadline deadline) {
    return DecisionDiagram.count(tables, decision, facts, open, MOST_NODES, deadline);
  }

  /**
   * Proves principles of this knowledge base over every possible case; in the order given. What the
   * build has proved of tables that do the same is not proved again.
   */
  public List<Proof> prove(List<Principle> principles) {
    return prove(principles, Long.MAX_VALUE);
  }

  /**
   * The same within a time; what is not begun by then is said to be unproved.
   *
   * @param nanos how long to begin further proofs, from now
   */
  public List<Proof> prove(List<Principle> principles, long nanos) {
    Map<Principle, Proof> proofs = new HashMap<>();
    for (Principle principle : principles) {
      KnownProofs.shipped().of(knowledge, principle).ifPresent(p -> proofs.put(principle, p));
    }
    List<Principle> open = principles.stream().filter(p -> !proofs.containsKey(p)).toList();
    principleProofs().within(nanos).of(open).forEach(p -> proofs.put(p.principle(), p));
    return principles.stream().map(proofs::get).toList();
  }

  /** Whether a principle says the same here as of another version, of tables that do the same. */
  public boolean provesAlike(Principle principle, KnowledgeBase other) {
    return KnownProofs.key(knowledge, principle).equals(KnownProofs.key(other, principle));
  }

  /** Proofs that rest on nothing but the tables. */
  List<Proof> proofs(List<Principle> principles) {
    return principleProofs().of(principles);
  }

  private PrincipleProofs principleProofs() {
    return new PrincipleProofs(tables, codes, MOST_NODES);
  }

  /**
   * Whether some principles no longer hold where a cell is changed.
   *
   * @param change one that trials {@linkplain CellTrials#canTell can tell}
   */
  public boolean breaks(CellChange change, List<Principle> principles) {
    return new PrincipleProofs(CellTrials.changed(tables, change), codes, MOST_NODES)
        .breaks(change.decision(), principles);
  }

  /**
   * Where another version of the tables answers decisions differently, among all combinations of
   * values that the facts may have: counted exactly where that is soon done, or else in a sample.
   *
   * @return by decision, in the order asked for
   */
  public Map<String, Shifts> shiftsTo(TableEngine after, List<String> decisions) {
    ShiftCounter counter = counterTo(after);
    List<Optional<Shifts>> exact = decisions.parallelStream().map(counter::exact).toList();
    List<String> left =
        decisions.stream().filter(d -> exact.get(decisions.indexOf(d)).isEmpty()).toList();
    Iterator<Shifts> sampled =
        left.isEmpty()
            ? Collections.emptyIterator()
            : counter.sampled(left, columns(left), after.columns(left), SEED).iterator();
    Map<String, Shifts> shifts = new LinkedHashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      shifts.put(decisions.get(i), exact.get(i).orElseGet(sampled::next));
    }
    return shifts;
  }

  ShiftCounter counterTo(TableEngine after) {
    KnownTables here = KnownTables.of(knowledge, tables);
    KnownTables there = KnownTables.of(after.knowledge, after.tables);
    return new ShiftCounter(tables, after.tables, here.differingFrom(there));
  }

  /**
   * What the column of a cell may see that the cell accepts, in the order of codes; of a number's
   * bands the least number. Empty where that is not known: no masks, or a column that sees more
   * than a name.
   *
   * @param row its place in the table, from 1
   * @param column its place in the table, from 0
   */
  public List<Object> accepted(String decision, int row, int column) {
    CompiledTable table = tables.table(decision);
    int slot = table == null ? -1 : tables.input(tables.slot(decision), column);
    if (slot < 0) {
      return List.of();
    }
    List<Object> values = tables.domain(slot).values();
    return table.accepted(table.bit(row), table.columns().get(column)).stream()
        .map(values::get)
        .toList();
  }

  /**
   * What a decision's table has to see so that a row matches; nothing where it has no masks of
   * single columns.
   *
   * @param row its place in the table, from 1
   */
  public Wanted wanted(String decision, int row) {
    CompiledTable table = tables.table(decision);
    if (table == null || !table.isPlain()) {
      return new Wanted(decision, List.of());
    }
    int bit = table.bit(row);
    return new Wanted(decision, table.columns().stream().map(c -> table.accepted(bit, c)).toList());
  }

  /**
   * What a column may see, in the order of codes; of a number's bands the least number, and {@code
   * null} where it is not known. Empty where that is not known: no masks, or a column that sees
   * more than a name.
   *
   * @param column its place in the table, from 0
   */
  public List<Object> seen(String decision, int column) {
    int slot = tables.table(decision) == null ? -1 : tables.input(tables.slot(decision), column);
    return slot < 0 ? List.of() : tables.domain(slot).values();
  }

  /**
   * Trials of changed cells.
   *
   * @param watched the decisions whose answers count
   */
  public CellTrials trials(List<String> watched) {
    return new CellTrials(tables, answers(), watched);
  }

  /**
   * A search for facts under which a table sees what is wanted; empty where not all tables have
   * masks of single columns, which it needs.
   *
   * @param starts facts to start from, as {@link FactCodes} gives them
   */
  public Optional<FactSearch> search(List<byte[]> starts) {
    return FactSearch.isPossible(tables)
        ? Optional.of(new FactSearch(tables, starts))
        : Optional.empty();
  }

  /**
   * What the rows of a decision accept; empty where no masks could be made of its table, or where a
   * column looks at more than one name.
   */
  public Optional<TableCells> cells(String decision) {
    return tables.table(decision) == null
        ? Optional.empty()
        : Optional.ofNullable(TableCells.of(tables, tables.slot(decision)));
  }

  /** Tells which rows can match at all. */
  public RowReach reach() {
    return new RowReach(tables);
  }

  /**
   * What a row answers, or {@code null} where no masks could be made of its table.
   *
   * @param row its place in the table, from 1
   */
  public Object resultOf(String decision, int row) {
    CompiledTable table = tables.table(decision);
    return table == null ? null : table.rows().get(table.bit(row)).result();
  }

  /**
   * Answers all decisions.
   *
   * @param facts values by name, as the vocabulary allows them; what is missing is not known
   * @throws ParleyException if a decision has no result, which complete tables rule out
   */
  public Evaluation evaluate(Map<String, String> facts) {
    Map<String, String> copy = Map.copyOf(facts);
    return evaluate(fact -> copy.getOrDefault(fact, FactType.UNKNOWN));
  }

  /**
   * Answers all decisions.
   *
   * @param facts the value of each fact by its name, as the vocabulary allows it; always the same
   * @throws ParleyException if a decision has no result, which complete tables rule out
   */
  public Evaluation evaluate(UnaryOperator<String> facts) {
    Answers answers = answers();
    if (answers.answer(codes.encode(facts), exact(facts))) {
      return answers;
    }
    // a decision without a result is a matter for the reference, which can say why
    answers.firstWithoutResult().ifPresent(d -> reference.require(d, answers::value));
    return reference.engine().evaluate(facts);
  }

  private Function<String, Object> exact(UnaryOperator<String> facts) {
    Map<String, FactType> types = knowledge.vocabulary().factTypes();
    return name -> types.get(name).encode(facts.apply(name));
  }

  /** The decisions that the reference engine answers, and why. */
  public List<NotCompiled> notCompiled() {
    return tables.notCompiled();
  }

  /** The first of some random cases in which the reference engine answers otherwise. */
  Optional<String> firstDifference(int cases) {
    return new RandomFacts(knowledge.vocabulary(), codes, 1)
        .next(cases).stream().flatMap(facts -> difference(facts).stream()).findFirst();
  }

  private Optional<String> difference(Map<String, String> facts) {
    UnaryOperator<String> values = fact -> facts.getOrDefault(fact, FactType.UNKNOWN);
    Answers masks = answers();
    if (!masks.answer(codes.encode(values), exact(values))) {
      // the reference is asked then anyway
      return Optional.empty();
    }
    Evaluation engine;
    try {
      engine = reference.engine().evaluate(values);
    } catch (ParleyException e) {
      return Optional.of("the engine has no answer where %s: %s".formatted(facts, e.getMessage()));
    }
    return knowledge.decisions().stream()
        .map(Decision::name)
        .filter(
            name ->
                !Objects.equals(masks.value(name), engine.value(name))
                    || !masks.matches(name).equals(engine.matches(name)))
        .map(
            name ->
                "in decision '%s' they say %s, but the engine says %s, where %s"
                    .formatted(name, masks.value(name), engine.value(name), facts))
        .findFirst();
  }
}
