package com.example;

import java.util.Map;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Facts in, advice out. */
@SpringBootApplication
@RestController
public class AdviceService {
  private final Advisor advisor;

  AdviceService(Advisor advisor) {
    this.advisor = advisor;
  }

  @PostMapping("/advice")
  Answer advise(@RequestBody Map<String, Object> facts) {
    Advice advice = advisor.advise(Case.of(facts));
    return new Answer(
        advice.posture().label(),
        advice.favoured(),
        advice.confidence().level().label(),
        advice.reasons().get(0).id());
  }

  /** A case as a case file has it, and the whole advice as the schema of Parley says. */
  @PostMapping("/cases")
  Advice advise(@RequestBody Case subject) {
    return advisor.advise(subject);
  }

  /** Where too little is known to favour a posture it is a leaning, and should be shown as one. */
  record Answer(String posture, boolean favoured, String confidence, String row) {}

  public static void main(String[] args) {
    SpringApplication.run(AdviceService.class, args);
  }
}
