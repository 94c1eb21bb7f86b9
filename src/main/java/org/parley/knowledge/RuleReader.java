package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;

/** Reads rule files with Drools' own parser, which runs nothing of what it reads. */
final class RuleReader {
  private final Map<String, String> sources;
  private final Map<String, PackageDescr> parsed = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * What rule files hold.
   *
   * @param headers the rules, in the order of their files
   * @param problems what in the files is no rule
   * @param strays rules that would never run where they are
   */
  record Read(List<RuleHeader> headers, List<Problem> problems, List<Problem> strays) {

    Read {
      headers = List.copyOf(headers);
      problems = List.copyOf(problems);
      strays = List.copyOf(strays);
    }
  }

  private RuleReader(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Reads rule files, by name. */
  static Read read(Map<String, String> sources) {
    RuleReader reader = new RuleReader(sources);
    sources.forEach(reader::parse);
    return new Read(reader.headers(), reader.problems, reader.strays());
  }

  // for what it cannot make sense of, the parser throws whatever it stumbles over
  private void parse(String file, String text) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr tree = parser.parse(false, text);
      if (tree != null) {
        parsed.put(file, tree);
      }
      parser.getErrors().forEach(e -> problems.add(problem(file, e)));
    } catch (StackOverflowError e) {
      problems.add(Problem.in(file, "the rules are nested too deep to be read"));
    } catch (DroolsParserException | RuntimeException e) {
      problems.add(Problem.in(file, "this is not Drools rule language"));
    }
  }

  /** Drools runs a folder as a package, and passes over what stands elsewhere. */
  private List<Problem> strays() {
    List<Problem> strays = new ArrayList<>();
    sources
        .keySet()
        .forEach(
            file -> {
              String folder = file.substring(0, file.lastIndexOf('/'));
              String named = folder.replace('/', '.');
              if (!RuleFiles.FOLDERS.contains(folder)) {
                strays.add(
                    Problem.in(
                        file,
                        "rules run from %s alone: move the file there"
                            .formatted(String.join("/ and ", RuleFiles.FOLDERS) + "/")));
              } else if (parsed.containsKey(file) && !parsed.get(file).getName().equals(named)) {
                strays.add(
                    Problem.in(
                        file,
                        ("its rules would never run: they are of package '%s', and here they have to"
                                + " begin with 'package %s'")
                            .formatted(Shown.piece(parsed.get(file).getName()), named)));
              }
            });
    return strays;
  }

  private static Problem problem(String file, DroolsError error) {
    int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
    return new Problem(
        Place.of(file, line),
        "Drools cannot read the rules from here on: is a bracket or a quote missing, or a word"
            + " misspelt?");
  }

  private List<RuleHeader> headers() {
    Set<String> defined = new HashSet<>();
    for (PackageDescr tree : parsed.values()) {
      tree.getClassAndEnumDeclarationDescrs().forEach(d -> defined.add(d.getTypeName()));
      tree.getRules().stream().filter(RuleDescr::isQuery).forEach(q -> defined.add(q.getName()));
    }
    List<RuleHeader> headers = new ArrayList<>();
    parsed.forEach(
        (file, tree) -> {
          RuleNeeds needs = new RuleNeeds(tree, defined);
          tree.getRules().stream()
              .filter(RuleDescr::isRule)
              .forEach(rule -> headers.add(header(file, tree.getName(), rule, needs.of(rule))));
        });
    return headers;
  }

  private RuleHeader header(String file, String group, RuleDescr rule, Set<String> needs) {
    return new RuleHeader(
        file,
        rule.getLine(),
        group,
        rule.getName(),
        note(rule, "why"),
        split(note(rule, "statement"), " +"),
        note(rule, "source"),
        split(note(rule, "derives"), "; *"),
        needs,
        text(file, rule.getLhs()),
        String.valueOf(rule.getConsequence()).strip());
  }

  private static String note(RuleDescr rule, String key) {
    AnnotationDescr note = rule.getAnnotation(key);
    Object value = note == null ? null : note.getValue();
    return value == null ? "" : AnnotationDescr.unquote(value.toString());
  }

  private String text(String file, BaseDescr part) {
    String text = sources.get(file);
    int begin = part.getStartCharacter();
    int end = Math.min(text.length(), part.getEndCharacter() + 1);
    return begin < 0 || begin >= end ? "" : text.substring(begin, end).strip();
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).filter(t -> !t.isEmpty()).toList();
  }
}
