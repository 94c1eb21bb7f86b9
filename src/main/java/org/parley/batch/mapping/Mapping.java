package org.parley.batch.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns of a foreign data set say in the words of the vocabulary. Immutable.
 *
 * @param name what it is called
 * @param about what a row of the data is
 * @param source where the data are to be had
 * @param id the columns that name a row together, in their order; passed through
 * @param keep further columns that are passed through
 * @param missing the codes that stand for what is not known, in every column
 * @param mayBeAbsent columns that a file need not have: they are missing in every row then
 * @param encoding of the text in a file
 * @param where what a row must meet, or it is left out
 * @param year the column whose first four signs are the year, or an empty string
 * @param asOf the column with the day to look from, or an empty string
 * @param parties the columns with the names of the parties, by the keys of a case file
 * @param facts by fact the rules that give its value: the first that does not come to unknown
 * @param observed what the data say was done, by target: for comparison, and never a fact
 * @param events how a row is an event; empty where it is none
 * @param hash SHA-256 of the file, in hexadecimal digits
 */
public record Mapping(
    String name,
    String about,
    String source,
    List<String> id,
    List<String> keep,
    Set<String> missing,
    Set<String> mayBeAbsent,
    Charset encoding,
    List<Filter> where,
    String year,
    String asOf,
    Map<String, String> parties,
    Map<String, List<Rule>> facts,
    Map<String, List<Rule>> observed,
    Optional<EventMapping> events,
    String hash) {

  /** The keys of a case file that name parties. */
  public static final List<String> PARTIES = List.of("deciding party", "adversary", "third party");

  /** What stands between the parts of an id that several columns make up. */
  public static final String BETWEEN_PARTS = "-";

  public Mapping {
    id = List.copyOf(id);
    keep = List.copyOf(keep);
    missing = Set.copyOf(missing);
    mayBeAbsent = Set.copyOf(mayBeAbsent);
    where = List.copyOf(where);
    parties = Map.copyOf(parties);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
  }

  /** The columns that it reads or passes through. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(passed());
    where.forEach(f -> columns.add(f.column()));
    Stream.concat(Stream.of(year, asOf), parties.values().stream().sorted())
        .filter(c -> !c.isEmpty())
        .forEach(columns::add);
    Stream.of(facts.values(), observed.values())
        .flatMap(Collection::stream)
        .flatMap(Collection::stream)
        .forEach(rule -> columns.addAll(rule.columns()));
    events.ifPresent(e -> columns.addAll(e.columns()));
    return columns;
  }

  /** The columns that are passed through: the id first. */
  public List<String> passed() {
    List<String> passed = new ArrayList<>(new LinkedHashSet<>(id));
    keep.stream().filter(c -> !passed.contains(c)).forEach(passed::add);
    return passed;
  }
}
