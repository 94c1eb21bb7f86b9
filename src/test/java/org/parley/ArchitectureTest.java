package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One direction: a package imports only what stands before it. */
@AnalyzeClasses(packages = "org.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> ORDER =
      List.of(
          "",
          "micrometer",
          "knowledge",
          "casefile",
          "derive",
          "precedent",
          "decide",
          "game",
          "explain",
          "regress",
          "author",
          "bulk",
          "batch",
          "journal",
          "report",
          "jackson",
          "spring",
          "web",
          "cli");

  /** The rooms of a part, with its door last. */
  private static final List<String> ROOMS_OF_DECIDE =
      List.of("answer", "reference", "compile", "world", "proof", "search", "");

  /** The one class that may look forward. */
  private static final String DOOR = "org\\.parley\\.Parley(\\$.*)?";

  private static final Set<String> STARTS =
      Set.of("FEEL.newInstance", "FEELBuilder.builder", "DMNKogito.createGenericDMNRuntime");

  @ArchTest static final ArchRule packagesStandInOrder = standInOrder("org.parley", ORDER);

  @ArchTest
  static final ArchRule roomsOfDecideStandInOrder =
      standInOrder("org.parley.decide", ROOMS_OF_DECIDE);

  @ArchTest
  static final ArchRule noPackagesStandInACircle =
      SlicesRuleDefinition.slices().matching("org.parley.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule masksAreKnownToDecideAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.decide..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.parley.decide.compile")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              ".*\\.decide\\..*\\.(CompiledTables?|Domain|DecisionDiagram|ShiftCounter|Prober)");

  /** What was done is told beside the tables, and is never an input of them. */
  @ArchTest
  static final ArchRule decisionsKnowNoPrecedents =
      noClasses()
          .that()
          .resideInAPackage("org.parley.decide..")
          .and()
          .doNotHaveSimpleName("ShipKnowledge")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.parley.precedent");

  @ArchTest
  static final ArchRule masksKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("org.parley.decide..")
          .and()
          .resideOutsideOfPackage("org.parley.decide.reference")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.kie..");

  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    Map<String, List<String>> packages =
        classes.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));

    assertThat(packages).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  @ArchTest
  static final ArchRule noEngineTypeInTheApi =
      noClasses()
          .that()
          .resideInAPackage("org.parley")
          .and()
          .haveNameNotMatching(DOOR)
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "org.parley",
              "java..",
              "com.fasterxml.jackson.annotation..",
              "org.apiguardian.api",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli = onlyKnownTo("org.parley.cli", "picocli..");

  @ArchTest
  static final ArchRule onlyItsOwnPackageKnowsSpring =
      onlyKnownTo("org.parley.spring", "org.springframework..");

  @ArchTest
  static final ArchRule onlyComparisonsKnowGit =
      onlyKnownTo("org.parley.author.diff", "org.eclipse.jgit..");

  @ArchTest
  static final ArchRule onlySavingKnowsPlacesInXml =
      onlyKnownTo("org.parley.author.save", "org.codehaus.stax2..", "com.ctc.wstx..");

  @ArchTest
  static final ArchRule onlySheetsKnowTheSpreadsheetLibrary =
      onlyKnownTo("org.parley.author.sheet", "org.dhatim..");

  @ArchTest
  static final ArchRule onlyDocumentsKnowWord =
      onlyKnownTo(
          "org.parley.report.document",
          "org.apache.poi..",
          "org.apache.xmlbeans..",
          "org.openxmlformats..");

  @ArchTest
  static final ArchRule feelIsParsedInOneClass =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.parley.knowledge.Feel")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.simpleNameStartingWith("FEEL_1_1Parser")
                  .or(JavaClass.Predicates.simpleNameStartingWith("Processed"))
                  .or(named("org.kie.dmn.feel.lang.impl.FEELImpl"))
                  .or(named("org.kie.dmn.feel.parser.feel11.FEELParser"))
                  .or(named("org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor")));

  @ArchTest
  static final ArchRule feelIsTakenApartInOneClass =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.parley.knowledge.FeelTokens")
          .should()
          .dependOnClassesThat(named("org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer"));

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe("is " + name, c -> c.getFullName().equals(name));
  }

  private static ArchRule onlyKnownTo(String ours, String... theirs) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ours)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(theirs);
  }

  @ArchTest
  static void everyPackageHasAPlace(com.tngtech.archunit.core.domain.JavaClasses classes) {
    assertThat(classes)
        .isNotEmpty()
        .allSatisfy(c -> assertThat(place(c, "org.parley", ORDER)).isNotNegative())
        .filteredOn(c -> c.getPackageName().startsWith("org.parley.decide"))
        .allSatisfy(
            c -> assertThat(place(c, "org.parley.decide", ROOMS_OF_DECIDE)).isNotNegative());
  }

  /** The place of a class's package below another one, or -1. */
  private static int place(JavaClass type, String above, List<String> order) {
    String name = type.getPackageName();
    return name.equals(above) || name.startsWith(above + ".")
        ? order.indexOf(name.substring(above.length()).replaceFirst("^\\.([^.]*).*", "$1"))
        : -1;
  }

  private static ArchRule standInOrder(String above, List<String> order) {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < order.size() - 1; i++) {
      int place = i;
      DescribedPredicate<JavaClass> later =
          DescribedPredicate.describe(
              "stand later than '%s'".formatted(order.get(i)), c -> place(c, above, order) > place);
      DescribedPredicate<JavaClass> here =
          DescribedPredicate.describe(
              "are in '%s'".formatted(order.get(i)),
              c -> place(c, above, order) == place && !c.getFullName().matches(DOOR));
      rules.add(noClasses().that(here).should().dependOnClassesThat(later).allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  @ArchTest
  static final ArchRule noStandardStreamsOutsideTheFaces =
      classes()
          .that()
          .resideOutsideOfPackages("org.parley.cli", "org.parley.web")
          .and()
          .doNotHaveSimpleName("ShipKnowledge")
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS));

  /** FEEL that runs elsewhere could load any class. */
  @ArchTest
  static final ArchRule theEngineIsStartedBehindItsWall =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.knowledge\\.(EngineLoader|SealedEngine)(\\$.*)?")
          .and()
          .resideOutsideOfPackage("org.parley.bench")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "start FEEL or a DMN engine",
                  call ->
                      STARTS.contains(call.getTargetOwner().getSimpleName() + '.' + call.getName())
                          || call.getTargetOwner().getSimpleName().startsWith("DMNRuntime")))
          .orShould()
          .callConstructorWhere(
              DescribedPredicate.describe(
                  "make a context for FEEL",
                  call -> call.getTargetOwner().getSimpleName().equals("EvaluationContextImpl")))
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("DMNRuntime");
}
