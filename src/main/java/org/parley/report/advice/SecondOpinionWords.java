package org.parley.report.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.SecondOpinion;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Picture;
import org.parley.report.document.Figures;
import org.parley.report.game.GameReport;
import org.parley.report.game.PhaseDiagram;

/** Says what the posture game says beside the tables. */
final class SecondOpinionWords {

  private SecondOpinionWords() {}

  static List<String> of(SecondOpinion opinion) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The posture game %s: it finds %s reasonable."
            .formatted(
                opinion.agrees() ? "agrees" : "does not agree",
                GameReport.courses(opinion.reasonable())));
    sentences.add(
        "Region %s, %s: %s".formatted(opinion.region(), opinion.label(), opinion.meaning()));
    opinion.partsOn().map(SecondOpinionWords::parting).ifPresent(sentences::add);
    sentences.add(
        "The game is %s; it asks only whether an open door is safe."
            .formatted(SecondOpinion.LABEL));
    return sentences;
  }

  /** The case among the regions of the game, where there is a second opinion. */
  static Optional<Block> picture(Dossier dossier) {
    return dossier.game().map(reading -> new Picture(PhaseDiagram.of(reading), false));
  }

  private static String parting(SecondOpinion.Parting parting) {
    String facts =
        parting.facts().entrySet().stream()
            .map(f -> ", %s = %s".formatted(f.getKey(), f.getValue()))
            .collect(Collectors.joining())
            .replaceFirst("^, ", "; ");
    return "They part on the %s (%s = %s%s): they would agree from %s %s."
        .formatted(
            parting.meaning(),
            parting.parameter(),
            Figures.shown(parting.value()),
            facts,
            Figures.shown(parting.turn()),
            parting.above() ? "up" : "down");
  }
}
