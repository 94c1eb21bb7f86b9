package org.parley.spring;

import org.parley.AdviceListener;
import org.parley.Advisor;
import org.parley.Parley;
import org.parley.ReloadingAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * An advisor for the application, unless it has one of its own. Beans that listen to advice are
 * told of it.
 */
@AutoConfiguration
@EnableConfigurationProperties(ParleyProperties.class)
class ParleyAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(Advisor.class)
  ReloadingAdvisor parleyAdvisor(
      ParleyProperties properties, ObjectProvider<AdviceListener> listeners) {
    return Parley.watch(
        properties.source(), listeners.orderedStream().toList(), properties.options());
  }

  @Bean
  @ConditionalOnSingleCandidate(Advisor.class)
  KnowledgeWatch parleyKnowledgeWatch(Advisor advisor, ParleyProperties properties) {
    return new KnowledgeWatch(advisor, properties.reloadEvery());
  }
}
