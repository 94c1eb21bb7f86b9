package org.parley.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.CaseRefused;
import org.parley.Finding;
import org.parley.Place;
import org.parley.Problem;

/** Collects what is wrong with one file, so that all of it can be told at once. */
public final class Problems {
  /** Enough for any file that somebody wrote; keeps a hostile one from costing much. */
  private static final int MOST = 500;

  private final Place file;
  private final List<Problem> found = new ArrayList<>();
  private final List<Problem> remarks = new ArrayList<>();

  /** What is wrong with one file. */
  public Problems(String file) {
    this.file = Place.of(file);
  }

  /** The file as a whole. */
  public Place file() {
    return file;
  }

  /** Adds a problem at the place of a node. */
  public void add(Node at, Place element, String message) {
    add(at.line(), at.column(), element, message);
  }

  /** Adds a problem of which something else is known than where it stands. */
  public void add(Node at, Place element, Problem problem) {
    add(at.line(), at.column(), element, problem);
  }

  /**
   * Adds a problem.
   *
   * @throws CaseRefused if there are too many to go on
   */
  void add(int line, int column, Place element, String message) {
    add(line, column, element, new Problem(element, message, Problem.Kind.MALFORMED_CASE));
  }

  /**
   * Adds a problem of which something else is known than where it stands.
   *
   * @throws CaseRefused if there are too many to go on
   */
  void add(int line, int column, Place element, Problem problem) {
    found.add(problem.at(new Place(file.file(), line, column, element.parts())));
    if (found.size() == MOST) {
      List<Problem> all = inOrder();
      all.add(new Problem(file, "there are more problems than these " + MOST));
      throw new CaseRefused(all);
    }
  }

  /** Notes something that keeps nobody from using the file. */
  void remark(int line, int column, Finding remark) {
    Place place = new Place(file.file(), line, column, file.parts());
    for (String fact : remark.facts()) {
      place = place.in("fact", fact);
    }
    remarks.add(new Problem(place, remark.message()));
  }

  /** What was noted that keeps nobody from using the file. */
  List<Problem> remarks() {
    return remarks;
  }

  /** What stops the reading at once, such as malformed YAML; what was found before comes first. */
  CaseRefused fatal(int line, int column, String message) {
    List<Problem> all = inOrder();
    all.add(new Problem(Place.of(file.file(), line, column), message, Problem.Kind.MALFORMED_CASE));
    return new CaseRefused(all);
  }

  /** Throws what was found, in order of place, if anything was. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new CaseRefused(inOrder());
    }
  }

  private List<Problem> inOrder() {
    List<Problem> all = new ArrayList<>(found);
    all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(p -> p.place().character()));
    return all;
  }
}
