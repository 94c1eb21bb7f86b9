package org.parley.batch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.Advice;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Event;
import org.parley.FiredRow;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.Said;
import org.parley.batch.FactCells.Trouble;
import org.parley.batch.mapping.Mapping;
import org.parley.decide.answer.FactCodes;
import org.parley.explain.CaseScorer;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Days;

/**
 * Scores records block by block. Cases of coded facts alone are scored by their codes; where there
 * are events, or a trace is wanted, an advice is asked for. Not thread-safe.
 */
final class BlockScorer {
  private static final MathContext SHARE = new MathContext(6);
  private static final Lines.Cells NO_JUDGEMENT =
      new Lines.Cells(Collections.nCopies(Scoring.OF_JUDGEMENT, ""));
  private static final List<String> OF_REJECTS = List.of("line", "column", "reason");

  private final TableAdvisor advisor;
  private final BatchOptions options;
  private final RecordSource source;
  private final String file;
  private final Layout layout;
  private final FactCells facts;
  private final FactCodes codes;
  private final @Nullable CaseScorer scorer;
  private final Lines lines;
  private final Lines rejects;
  private final byte[] row;
  private final Object[] values;
  private final IdentityHashMap<List<String>, Lines.Cells> judgements = new IdentityHashMap<>();
  private final int passed;
  private final int[] columnsPassed;
  // in the record that was scored last; null where the tables have no answer
  private @Nullable Posture favoured;

  /** What all scorers of one run have in common. */
  record Run(
      TableAdvisor advisor,
      BatchOptions options,
      RecordSource source,
      String file,
      Layout layout,
      Format form) {

    /** The columns of the scores, behind those that are passed through. */
    List<String> columns() {
      List<String> columns = new ArrayList<>(layout.passedNames());
      columns.addAll(Scoring.columns(options.confidence(), options.trace().isPresent()));
      return columns;
    }

    List<String> columnsOfRejects() {
      List<String> columns = new ArrayList<>(OF_REJECTS);
      columns.addAll(source.columnsOfRejects());
      return columns;
    }
  }

  BlockScorer(Run run) {
    this.advisor = run.advisor();
    this.options = run.options();
    this.source = run.source();
    this.file = run.file();
    this.layout = run.layout();
    this.codes = advisor.engine().codes();
    this.facts = new FactCells(layout, source.columns(), advisor.base().vocabulary(), codes);
    this.scorer = CaseScorer.of(advisor).orElse(null);
    this.lines = Lines.of(run.form(), run.columns());
    this.rejects = new Lines.CsvLines(run.columnsOfRejects());
    this.row = new byte[codes.names().size()];
    // the judgement stands in one
    this.values = new Object[run.columns().size() - Scoring.OF_JUDGEMENT + 1];
    this.passed = layout.passed().size();
    this.columnsPassed = layout.passed().stream().mapToInt(Integer::intValue).toArray();
  }

  ScoredBlock score(RecordBlock block) {
    Map<Posture, Long> postures = new EnumMap<>(Posture.class);
    List<Problem> first = new ArrayList<>(1);
    long scored = 0;
    long rejected = 0;
    long leftOut = 0;
    long unanswered = 0;
    for (int record = 0; record < block.size(); record++) {
      List<Trouble> troubles = List.of();
      if (!block.trouble(record).isEmpty()) {
        troubles = List.of(new Trouble("", block.trouble(record)));
      } else if (!facts.counts(block, record)) {
        leftOut++;
        continue;
      } else if (!facts.read(block, record, row)) {
        troubles = facts.troubles();
      } else {
        troubles = fill(block, record);
      }
      if (troubles.isEmpty()) {
        lines.add(values);
        scored++;
        if (favoured == null) {
          unanswered++;
        } else {
          postures.merge(favoured, 1L, Long::sum);
        }
      } else {
        rejects.add(reject(block, record, troubles));
        rejected++;
        if (first.isEmpty()) {
          first.add(problem(block.line(record), troubles.get(0)));
        }
      }
    }
    return new ScoredBlock(
        block,
        lines.take(),
        rejects.take(),
        scored,
        rejected,
        leftOut,
        unanswered,
        postures,
        first.stream().findFirst());
  }

  private Problem problem(long line, Trouble trouble) {
    return new Problem(Place.of(file, (int) line).column(trouble.column()), trouble.reason());
  }

  private Object[] reject(RecordBlock block, int record, List<Trouble> troubles) {
    List<Object> reject = new ArrayList<>();
    reject.add(String.valueOf(block.line(record)));
    reject.add(troubles.stream().map(Trouble::column).collect(Collectors.joining("; ")));
    reject.add(troubles.stream().map(Trouble::reason).collect(Collectors.joining("; ")));
    reject.addAll(source.rejected(block, record));
    return reject.toArray();
  }

  /** Fills in the values of a record; what is wrong with it otherwise. */
  private List<Trouble> fill(RecordBlock block, int record) {
    for (int i = 0; i < passed; i++) {
      values[i] = block.cell(record, columnsPassed[i]);
    }
    List<Event> events =
        options.events().byCase().isEmpty()
            ? List.of()
            : options.events().byCase().getOrDefault(id(block, record), List.of());
    if (scorer != null && events.isEmpty() && options.trace().isEmpty()) {
      fill(scorer, row);
      return List.of();
    }
    return fill(subject(block, record, events));
  }

  private void fill(CaseScorer scored, byte[] facts) {
    scored.score(facts);
    int at = passed;
    favoured = scored.posture();
    values[at++] = judgements.computeIfAbsent(scored.judgement(), Lines.Cells::new);
    values[at++] = scored.reasons();
    values[at++] = scored.warnings();
    values[at++] = scored.unknown();
    if (options.confidence()) {
      CaseScorer.Reliance reliance = scored.reliance();
      values[at++] = reliance.level().label();
      for (Posture option : Posture.values()) {
        values[at++] = share(reliance.shares().getOrDefault(option, 0.0));
      }
    }
    values[at] = "";
  }

  private List<Trouble> fill(Case subject) {
    try {
      if (scorer != null && options.trace().isEmpty()) {
        fill(scorer, codes.encode(advisor.factsOf(subject)));
      } else {
        fill(advisor.advise(subject));
      }
      return List.of();
    } catch (CaseRefused e) {
      return e.problems().stream().map(p -> new Trouble("", p.message())).toList();
    } catch (ParleyException e) {
      // the record is a case, and the tables have no answer to it
      favoured = null;
      Arrays.fill(values, passed, values.length, "");
      values[passed] = NO_JUDGEMENT;
      values[values.length - 1] = e.problems().get(0).message();
      return List.of();
    }
  }

  private void fill(Advice advice) {
    int at = passed;
    favoured = advice.posture();
    List<String> judgement =
        new ArrayList<>(List.of(favoured.label(), advice.unofficialTrack().label()));
    advice.verdicts().forEach(verdict -> judgement.add(verdict.level().label()));
    judgement.add(advice.basis().label());
    values[at++] = new Lines.Cells(judgement);
    values[at++] = advice.reasons().stream().map(FiredRow::id).toList();
    values[at++] = advice.warnings().stream().map(Said::row).filter(row -> !row.isEmpty()).toList();
    values[at++] = advice.unknown().size();
    if (options.confidence()) {
      values[at++] = advice.confidence().level().label();
      for (Posture option : Posture.values()) {
        values[at++] =
            share(
                advice.openQuestions().possible().stream()
                    .filter(p -> p.posture() == option)
                    .mapToDouble(p -> p.share())
                    .sum());
      }
    }
    if (options.trace().isPresent()) {
      values[at++] = new Lines.RawJson(options.trace().get().apply(advice));
    }
    values[at] = "";
  }

  private static BigDecimal share(double share) {
    return new BigDecimal(share).round(SHARE).stripTrailingZeros();
  }

  private String id(RecordBlock block, int record) {
    return layout.id().stream()
        .map(column -> block.cell(record, column).strip())
        .collect(Collectors.joining(Mapping.BETWEEN_PARTS));
  }

  /** A record as a case. */
  private Case subject(RecordBlock block, int record, List<Event> events) {
    Case.Builder subject = Case.builder().id(id(block, record)).events(events);
    layout
        .asOf()
        .map(column -> block.cell(record, column).strip())
        .flatMap(Days::parse)
        .ifPresent(subject::asOf);
    party(block, record, "deciding party").ifPresent(subject::decidingParty);
    party(block, record, "adversary").ifPresent(subject::adversary);
    party(block, record, "third party").ifPresent(subject::thirdParty);
    facts.values(block, record).forEach(subject::fact);
    return subject.build();
  }

  private Optional<String> party(RecordBlock block, int record, String key) {
    return layout.party(key).map(column -> block.cell(record, column).strip());
  }
}
