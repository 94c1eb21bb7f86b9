package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names in models may be. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posture",
        "need for secrecy",
        "exit and fallback",
        "belief in time",
        "back-channel viability",
        "tMonths",
        "x2",
        "côté français",
        "Maße",
        "мера доверия",
        "外交 姿勢",
        "client's score",
        "a_b"
      })
  void honestNames(String name) {
    assertThat(Names.objection(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a and some i in b satisfies i | has the word 'some' of FEEL: call it 'a and i in b i'",
        "for x in y return x | has the word 'return' of FEEL: call it 'x in y x'",
        "not ready | has the word 'not' of FEEL: call it 'ready'",
        "null | has the word 'null' of FEEL",
        "{f: function(s) external {java: {}}} | has a '{': call it 'f s java'",
        "f(x) | has a '(': call it 'f x'",
        "a[1] | has a '[': call it 'a 1'",
        "a < b | has a '<': call it 'a b'",
        "\"x\" | has a '\"': call it 'x'",
        "a,b | has a ',': call it 'a b'",
        "a:b | has a ':': call it 'a b'",
        "a  b | has blanks too many: call it 'a b'",
        "and so on | begins or ends with a word that FEEL joins others with: call it 'so on'",
        "pоsture | mixes letters of Latin and Cyrillic, which look alike: call it 'posture'",
        "ｐosture | has letters that look like others: call it 'posture'",
        "1st | FEEL does not take it for a name",
      })
  void othersAreRefusedWithABetterOne(String name, String words) {
    assertThat(Names.objection(name)).hasValueSatisfying(w -> assertThat(w).endsWith(words));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x0, 0x7, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x202E, 0x2066, 0xFEFF, 0xE0041})
  void charactersThatCannotBeSeen(int character) {
    String name = "post" + Character.toString(character) + "ure";
    assertThat(Names.objection(name))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith(
                        "its name has a character that cannot be seen (U+%04X)"
                            .formatted(character)));
    assertThat(Names.hidden(name)).isPresent();
  }

  @Test
  void namesThatStandSideBySideLookDifferent() {
    assertThat(
            Extra.problems(
                Extra.decision("оса", "1") + Extra.decision("oca", "1").replace("-oca", "-two")))
        .singleElement()
        .asString()
        .matches(".*decision 'oca': looks like the name in line 3");
  }

  @Test
  void whatCannotBeTheNameOfAFactIsSaidOnce() {
    String name = "a and some i in b satisfies i";
    assertThat(
            Extra.problems(
                "<inputData id=\"i\" name=\"%1$s\"><variable id=\"v\" name=\"%1$s\"/></inputData>"
                    .formatted(name)))
        .containsExactly(
            "dmn/extra.dmn:3: input data '%s': its name has the word 'some' of FEEL: call it 'a and"
                    .formatted(name)
                + " i in b i'");
  }

  @Test
  void aFunctionDoesNotHideOneOfFeel() {
    assertThat(
            Extra.problems(
                """
                <businessKnowledgeModel id="b" name="count"><variable id="v" name="count"/>
                <encapsulatedLogic id="e"><formalParameter id="p" name="n"/>%s</encapsulatedLogic></businessKnowledgeModel>
                """
                    .formatted(Extra.literal("l", "n"))))
        .containsExactly(
            "dmn/extra.dmn:3: business knowledge model 'count': FEEL has a function of that name:"
                + " call it otherwise");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<inputData id='i' name='E{}'><variable id='v' name='E{}'/></inputData> | input data 'E{}': its name has a '{'",
        "<itemDefinition id='t' name='E{}'><typeRef>string</typeRef></itemDefinition> | item definition 'E{}': its name has a '{'",
        "<knowledgeSource id='k' name='E\u202E'/> | its name has a character that cannot be seen (U+202E)",
        "<organizationUnit id='k' name='E\u200B'/> | its name has a character that cannot be seen (U+200B)",
        "<itemDefinition id='t' name='tC'><itemComponent id='c' name='a(b)'><typeRef>string</typeRef></itemComponent></itemDefinition> | item definition 'tC': its name has a '('",
        "<itemDefinition id='t' name='tC'><itemComponent id='c' name='a'><typeRef>string</typeRef></itemComponent><itemComponent id='c2' name='a'><typeRef>string</typeRef></itemComponent></itemDefinition> | item component 'a': stands twice: here and in line 3",
        "<itemDefinition id='t' name='tC'><itemComponent id='c' name='getClass'><typeRef>string</typeRef></itemComponent></itemDefinition> | item definition 'tC': Java keeps something of that name with every value: call it otherwise",
        "<itemDefinition id='t' name='tC'><itemComponent id='c' name='class'><typeRef>string</typeRef></itemComponent></itemDefinition> | item definition 'tC': Java keeps something of that name with every value: call it otherwise",
        "<itemDefinition id='t' name='tC'><typeRef>string</typeRef></itemDefinition><itemDefinition id='t2' name='tC'><typeRef>string</typeRef></itemDefinition> | item definition 'tC': stands twice: here and in line 3",
      })
  void everyKindOfName(String elements, String words) {
    assertThat(Extra.problems(elements.replace('\'', '"')))
        .anySatisfy(p -> assertThat(p).startsWith("dmn/extra.dmn:3: ").contains(words));
  }
}
