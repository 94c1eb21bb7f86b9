package org.parley.spring;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Which knowledge answers, among the health of an application on Spring Boot 3. */
@AutoConfiguration(after = ParleyAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(KnowledgeWatch.class)
@ConditionalOnEnabledHealthIndicator("parley")
class Boot3HealthAutoConfiguration {

  @Bean
  HealthIndicator parleyHealthIndicator(KnowledgeWatch knowledge) {
    return () -> Health.up().withDetails(knowledge.details()).build();
  }
}
