package org.parley.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Which knowledge answers, among the health of an application on Spring Boot 4. */
@AutoConfiguration(after = ParleyAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(KnowledgeWatch.class)
@ConditionalOnEnabledHealthIndicator("parley")
class Boot4HealthAutoConfiguration {

  @Bean
  HealthIndicator parleyHealthIndicator(KnowledgeWatch knowledge) {
    return () -> Health.up().withDetails(knowledge.details()).build();
  }
}
