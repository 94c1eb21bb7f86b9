package org.parley.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.micrometer.AdviceMetrics;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Counts advice among the metrics of an application; Spring Boot 3 and 4 keep these apart. */
@AutoConfiguration(
    before = ParleyAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
class MetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AdviceMetrics parleyAdviceMetrics(MeterRegistry registry) {
    return new AdviceMetrics(registry);
  }
}
