package org.parley.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;

/** Has a web application answer what Parley refuses with problem details. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(ProblemDetail.class)
class ProblemAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  RefusalHandler parleyRefusalHandler() {
    return new RefusalHandler();
  }
}
