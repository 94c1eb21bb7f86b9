package org.parley.spring;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.KnowledgeSource;
import org.parley.LoadOption;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of its advisor.
 *
 * @param knowledge Where the knowledge base is: "builtin", "classpath:" with a folder of the class
 *     path, a zip or jar file, or a folder.
 * @param trustRules Whether the Drools rules of the knowledge base run. Rules are code: trust
 *     whoever wrote them.
 * @param requireComplete Whether tables that leave some possible case without a result are refused
 *     at the start.
 * @param withoutExplanations Whether advice says what the tables favour and no more.
 * @param reloadEvery How often the knowledge base is looked at for a newer version; by default it
 *     is read once.
 */
@ConfigurationProperties("parley")
record ParleyProperties(
    @DefaultValue("builtin") String knowledge,
    @DefaultValue("false") boolean trustRules,
    @DefaultValue("true") boolean requireComplete,
    @DefaultValue("false") boolean withoutExplanations,
    @Nullable Duration reloadEvery) {

  KnowledgeSource source() {
    return KnowledgeSource.of(knowledge);
  }

  LoadOption[] options() {
    return Stream.of(LoadOption.values())
        .filter(
            option ->
                switch (option) {
                  case TRUST_RULES -> trustRules;
                  case REQUIRE_COMPLETE -> requireComplete;
                  case WITHOUT_EXPLANATIONS -> withoutExplanations;
                })
        .toArray(LoadOption[]::new);
  }
}
