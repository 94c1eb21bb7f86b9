package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.knowledge.EventType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleHeader;

/** What the shipped rules say of themselves. */
class RuleNotesTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.builtIn();
  private static final Pattern SET_FACT = Pattern.compile("derived\\.fact\\(\"([^\"]+)\"");
  private static final Pattern RULE = Pattern.compile("^rule\\s", Pattern.MULTILINE);
  // a threat without a deadline is no stated link between force and talking
  private static final Set<String> SAY_TOO_LITTLE = Set.of("warning");
  // what events bear on and no rule derives, with the reason
  private static final Map<String, String> NOT_DERIVED =
      Map.of(
          "adversary escalation capacity", "a step taken says little of the means that are left");

  static List<RuleHeader> rules() {
    return KNOWLEDGE.rules().headers();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleSaysWhyAndOnWhatItRests(RuleHeader rule) {
    assertThat(rule.why()).matches("[A-Z].*\\.");
    assertThat(rule.source()).isNotBlank();
    assertThat(rule.statements()).isNotEmpty().isSubsetOf(KNOWLEDGE.statements().keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleNamesTheFactsThatItSets(RuleHeader rule) {
    Set<String> set =
        SET_FACT
            .matcher(rule.consequence())
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toSet());

    assertThat(Set.copyOf(rule.derives())).isEqualTo(set);
    assertThat(rule.derives()).isSubsetOf(KNOWLEDGE.vocabulary().factNames());
    if (set.isEmpty()) {
      assertThat(rule.consequence()).containsPattern("findings\\.add\\(|insert\\(");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theGuideListsEveryRule(RuleHeader rule) throws IOException {
    String name = rule.name().substring(0, 1).toUpperCase(Locale.ROOT) + rule.name().substring(1);

    assertThat(Files.readString(Path.of("src/site/markdown/rules.md")))
        .contains(
            "- **%s.** %s%s (%s)\n"
                .formatted(
                    name,
                    rule.why(),
                    rule.derives().isEmpty()
                        ? ""
                        : " Sets *%s*.".formatted(String.join("; ", rule.derives())),
                    String.join(", ", rule.statements())));
  }

  @Test
  void noRuleIsOverlooked() {
    long written =
        KNOWLEDGE.rules().sources().values().stream()
            .mapToLong(text -> RULE.matcher(text).results().count())
            .sum();

    assertThat(rules()).hasSize((int) written);
    assertThat(rules()).extracting(RuleHeader::name).doesNotHaveDuplicates();
  }

  @Test
  void aFactWithoutARuleIsNeverDerivable() {
    assertThat(KNOWLEDGE.rules().derivable())
        .contains("months of fighting", "resilience signal", "official talks")
        .doesNotContain("relative power", "own resilience");
  }

  @Test
  void everyEventTypeThatBearsOnAFactIsReadByARule() {
    Set<String> unread = new TreeSet<>();
    String conditions = rules().stream().map(RuleHeader::conditions).collect(Collectors.joining());
    for (Map.Entry<String, EventType> type : KNOWLEDGE.vocabulary().eventTypes().entrySet()) {
      if (!type.getValue().facts().isEmpty() && !conditions.contains("\"" + type.getKey() + "\"")) {
        unread.add(type.getKey());
      }
    }

    assertThat(unread).isEqualTo(SAY_TOO_LITTLE);
  }

  @Test
  void everyFactThatEventsBearOnIsDerivedOrHasAReasonWhyNot() {
    Set<String> named = new TreeSet<>();
    KNOWLEDGE.vocabulary().eventTypes().values().forEach(t -> named.addAll(t.facts()));
    named.removeAll(KNOWLEDGE.rules().derivable());

    assertThat(named).isEqualTo(NOT_DERIVED.keySet());
  }
}
