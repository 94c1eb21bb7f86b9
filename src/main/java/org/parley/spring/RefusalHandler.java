package org.parley.spring;

import java.net.URI;
import java.util.List;
import org.parley.CaseRefused;
import org.parley.KnowledgeDefect;
import org.parley.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells whoever asked what is wrong with the case, and of a defect of the knowledge base, which
 * only its owner can mend, no more than that there is one.
 */
@RestControllerAdvice
final class RefusalHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);
  private static final int UNPROCESSABLE = 422;
  private static final int SERVER_ERROR = 500;

  /** A problem as it goes out. */
  record Told(
      Problem.Kind kind,
      String file,
      int line,
      int character,
      String element,
      String message,
      List<String> legal) {

    static Told of(Problem problem) {
      return new Told(
          problem.kind(),
          problem.file(),
          problem.line(),
          problem.place().character(),
          problem.element(),
          problem.message(),
          problem.legal());
    }
  }

  @ExceptionHandler
  ProblemDetail of(CaseRefused refused) {
    ProblemDetail detail = ProblemDetail.forStatus(UNPROCESSABLE);
    detail.setDetail(refused.problems().get(0).toString());
    detail.setType(URI.create("urn:parley:case-refused"));
    detail.setTitle("The case cannot be advised on");
    detail.setProperty("problems", refused.problems().stream().map(Told::of).toList());
    return detail;
  }

  @ExceptionHandler
  ProblemDetail of(KnowledgeDefect defect) {
    LOG.error("the knowledge base cannot answer: {}", defect.getMessage());
    ProblemDetail detail = ProblemDetail.forStatus(SERVER_ERROR);
    detail.setType(URI.create("urn:parley:knowledge-defect"));
    detail.setTitle("The knowledge base does not answer in this case");
    return detail;
  }
}
