package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** A DMN model beside the others, byte by byte. */
class ModelFuzzTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="e" name="e" namespace="urn:e">
      """;

  static Stream<byte[]> seeds() {
    return Stream.of(
            SmallBase.text(SmallBase.MODEL),
            HEAD + "</definitions>",
            HEAD
                + "<decision id='d' name='a b'><variable name='a b'/><literalExpression><text>1 +"
                + " 1</text></literalExpression></decision></definitions>",
            HEAD
                + "<itemDefinition id='i' name='T'><itemComponent name='c'><typeRef>T</typeRef>"
                + "</itemComponent></itemDefinition></definitions>",
            HEAD + "<:outputEntry/></definitions>",
            "<?xml version=\"1.1\"?><definitions name='&#27;'/>",
            "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>",
            "<a>".repeat(200))
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "<decision id='d' name='n'>",
    "</decision>",
    "<inputData id='x' name='x'/>",
    "<variable name='n' typeRef='string'/>",
    "<decisionTable hitPolicy='COLLECT' aggregation='SUM'>",
    "<context><contextEntry>",
    "<invocation>",
    "<relation>",
    "<functionDefinition kind='Java'>",
    "<text>",
    "</text>",
    "<import ",
    "importType=",
    "typeRef=",
    "href='#d'",
    "isCollection='true'",
    "20151101/dmn.xsd",
    "20180521/MODEL/",
    "20191111/MODEL/",
    "20211108/MODEL/",
    "20230324/MODEL/",
    "xmlns:dmn=",
    "<![CDATA[",
    "<!--",
    "&#27;",
    "&#0;"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void read(byte[] model) {
    Only.refusals(() -> SmallBase.ask(SmallBase.plainWith("dmn/extra.dmn", model)));
  }
}
