package org.parley.author.check;

import java.util.ArrayList;
import java.util.List;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.CheckSetting;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Nearest;

/** Holds back what the knowledge base says is not to be reported. */
final class Settings {
  private final List<CheckSetting> settings;
  private final CheckFindings findings;
  private final List<TurnedOff> turnedOff = new ArrayList<>();

  Settings(KnowledgeDraft draft, CheckFindings findings) {
    List<Problem> problems = new ArrayList<>();
    this.settings = draft.settings(problems);
    this.findings = findings;
    problems.forEach(p -> findings.add(Check.CHECK_SETTING, p.place(), p.message()));
  }

  /** The limits among the settings. */
  List<CheckSetting> limits() {
    return settings.stream().filter(CoreLimits::isLimit).toList();
  }

  /** What is held back, once {@link #apply} has run. */
  List<TurnedOff> turnedOff() {
    return turnedOff;
  }

  /** Takes the findings that are turned off out of the rest. */
  void apply() {
    for (CheckSetting setting : settings) {
      Check check = Check.of(setting.check()).orElse(null);
      Place place = Place.entry(CheckSetting.FILE, setting.line(), setting.check());
      if (check == null) {
        String hint = Nearest.hint(setting.check(), Check.ids());
        findings.add(Slip.of(Slip.Kind.NO_CHECK, place, setting.check(), hint));
      } else if (setting.why().isBlank()) {
        findings.add(Slip.of(Slip.Kind.NO_WHY, place));
      } else if (!CoreLimits.isLimit(setting)) {
        apply(setting, check, place);
      }
    }
  }

  private void apply(CheckSetting setting, Check check, Place place) {
    List<CheckFinding> held =
        check == Check.CHECK_SETTING
            ? List.of()
            : findings.remove(f -> f.check() == check && concerns(setting.where(), f.place()));
    if (!held.isEmpty()) {
      turnedOff.add(new TurnedOff(setting, held));
    } else if (findings.notAnalysed().isEmpty()) {
      // what was not looked at may be what it is there for
      String where = setting.where().isEmpty() ? "" : " in '" + setting.where() + "'";
      findings.add(Slip.of(Slip.Kind.TURNS_NOTHING_OFF, place, where));
    }
  }

  private static boolean concerns(String where, Place place) {
    return where.isEmpty()
        || where.equals(place.file())
        || place.parts().stream().anyMatch(part -> where.equals(part.name()));
  }
}
