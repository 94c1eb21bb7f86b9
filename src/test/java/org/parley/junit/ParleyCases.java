package org.parley.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.KnowledgeSource;
import org.parley.LoadOption;

/**
 * A test for each case file: it fails where the case does not come out as its {@code expected} pins
 * it, and names the rows that decided. The method is called afterwards, with the {@link
 * org.parley.Case} and the {@link org.parley.Advice} if it asks for them, and may look closer; a
 * case without {@code expected} is skipped where it asks for neither.
 *
 * <pre>{@code
 * @ParleyCases(value = "cases", knowledge = "knowledge")
 * void comesOutAsPinned() {}
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CaseTests.class)
public @interface ParleyCases {

  /** A case file, or a folder of them, seen from where the tests run. */
  String value();

  /** Where the knowledge base is, as {@link KnowledgeSource#of} takes it. */
  String knowledge() default "builtin";

  /** How it is loaded. */
  LoadOption[] options() default {};

  /**
   * A static method of the test class that gives the {@link org.parley.Advisor} to ask, or the
   * {@link KnowledgeSource} to make one of, in the place of {@link #knowledge}. Whoever gives an
   * advisor closes it.
   */
  String advisor() default "";
}
