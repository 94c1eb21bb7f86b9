package org.parley;

import java.util.List;

/**
 * What goes with a posture, each in sentences for the case at hand; any of it may be empty.
 *
 * @param format kind, mode, instrument and conduct of talks
 * @param risks what could go wrong if the advice is followed
 * @param costOfWaiting what each further month without talks costs
 * @param mustAgree whose agreement is needed, and when
 * @param outlook what speaks for and against success
 * @param thirdParty what outside powers can do
 * @param trackTwo how to build the unofficial track
 * @param fallback how to leave the posture, and what comes next
 * @param ifLeaked what to do if contact becomes known
 * @param reviewWhen which event should make one look again before the date
 */
public record Guidance(
    List<String> format,
    List<String> risks,
    List<String> costOfWaiting,
    List<String> mustAgree,
    List<String> outlook,
    List<String> thirdParty,
    List<String> trackTwo,
    List<String> fallback,
    List<String> ifLeaked,
    List<String> reviewWhen) {

  public Guidance {
    format = List.copyOf(format);
    risks = List.copyOf(risks);
    costOfWaiting = List.copyOf(costOfWaiting);
    mustAgree = List.copyOf(mustAgree);
    outlook = List.copyOf(outlook);
    thirdParty = List.copyOf(thirdParty);
    trackTwo = List.copyOf(trackTwo);
    fallback = List.copyOf(fallback);
    ifLeaked = List.copyOf(ifLeaked);
    reviewWhen = List.copyOf(reviewWhen);
  }
}
