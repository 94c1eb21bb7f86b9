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
          "knowledge",
          "casefile",
          "derive",
          "decide",
          "game",
          "explain",
          "regress",
          "author",
          "batch",
          "journal",
          "report",
          "web",
          "cli");

  private static final Set<String> STARTS =
      Set.of("FEEL.newInstance", "FEELBuilder.builder", "DMNKogito.createGenericDMNRuntime");

  @ArchTest static final ArchRule packagesStandInOrder = packagesStandInOrder();

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
          .doNotHaveFullyQualifiedName("org.parley.Parley")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("org.parley", "java..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli = onlyKnownTo("org.parley.cli", "picocli..");

  @ArchTest
  static final ArchRule onlyReportsKnowThePlottingLibrary =
      onlyKnownTo("org.parley.report", "org.jetbrains..", "kotlin..");

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
        .allSatisfy(c -> assertThat(ORDER).contains(topPackage(c.getPackageName())));
  }

  private static String topPackage(String name) {
    return name.replaceFirst("^org\\.parley\\.?", "").replaceFirst("\\..*$", "");
  }

  private static ArchRule packagesStandInOrder() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < ORDER.size() - 1; i++) {
      int place = i;
      DescribedPredicate<JavaClass> later =
          DescribedPredicate.describe(
              "stand later than '%s'".formatted(ORDER.get(i)),
              c ->
                  c.getPackageName().startsWith("org.parley")
                      && ORDER.indexOf(topPackage(c.getPackageName())) > place);
      DescribedPredicate<JavaClass> here =
          DescribedPredicate.describe(
              "are in '%s'".formatted(ORDER.get(i)),
              c ->
                  c.getPackageName().startsWith("org.parley")
                      && topPackage(c.getPackageName()).equals(ORDER.get(place))
                      && !c.getFullName().equals("org.parley.Parley"));
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
