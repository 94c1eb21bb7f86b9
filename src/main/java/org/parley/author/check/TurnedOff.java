package org.parley.author.check;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.parley.knowledge.CheckSetting;

/**
 * A line of the knowledge base that turns findings off.
 *
 * @param setting the line
 * @param findings what it holds back; at least one
 */
public record TurnedOff(@JsonUnwrapped CheckSetting setting, List<CheckFinding> findings) {

  public TurnedOff {
    findings = List.copyOf(findings);
  }
}
