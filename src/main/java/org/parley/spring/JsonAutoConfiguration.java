package org.parley.spring;

import org.parley.jackson.ParleyModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Spring Boot 3 takes modules of Jackson that are beans; Spring Boot 4 finds that of Jackson 3. */
@AutoConfiguration
class JsonAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ParleyModule parleyModule() {
    return new ParleyModule();
  }
}
