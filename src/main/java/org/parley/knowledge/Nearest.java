package org.parley.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Shown;

/** Finds the words that somebody who mistyped one most likely meant. */
public final class Nearest {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
  private static final int MOST = 3;
  // whoever writes more than that did not mistype a name, and comparing would take its time
  private static final int LONGEST = 100;
  private static final int MOST_COMPARED = 2_000;
  private static final int SHORTEST_CLOSE = 5;
  private static final int LETTERS_TO_AN_EDIT = 8;

  /** How people and their programs write yes and no where that is the choice. */
  private static final Map<String, Set<String>> YES_AND_NO =
      Map.of(
          "yes",
          Set.of("y", "j", "ja", "oui", "si", "sí", "sim", "true", "wahr", "vrai", "vero", "on"),
          "no",
          Set.of("n", "nein", "non", "nao", "não", "false", "falsch", "faux", "falso", "off"));

  private static final Map<String, String> TRUTH = Map.of("yes", "true", "no", "false");

  private Nearest() {}

  /** {@code " (did you mean 'a', 'b'?)"}, or an empty string where nothing is near. */
  public static String hint(String word, Collection<String> words) {
    return hint(to(word, words));
  }

  private static String hint(List<String> near) {
    return near.isEmpty()
        ? ""
        : near.stream().collect(Collectors.joining("', '", " (did you mean '", "'?)"));
  }

  /** That a word is none of a few legal ones. */
  public static String notAValue(String word, String key, Collection<String> legal) {
    return "'%s' is not a value of '%s': %s%s"
        .formatted(Shown.piece(word), key, String.join(", ", legal), hint(word, legal));
  }

  /** The nearest words, nearest first; at most three, none that has little in common. */
  static List<String> to(String word, Collection<String> words) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    String given = fold(word);
    // of the two, the nearer in letters may be the opposite
    if (words.containsAll(YES_AND_NO.keySet())) {
      for (Map.Entry<String, Set<String>> meant : YES_AND_NO.entrySet()) {
        if (meant.getValue().contains(given)) {
          return List.of(meant.getKey());
        }
      }
    } else if (words.size() == TRUTH.size() && words.containsAll(TRUTH.values())) {
      for (Map.Entry<String, String> meant : TRUTH.entrySet()) {
        if (given.equals(meant.getKey()) || YES_AND_NO.get(meant.getKey()).contains(given)) {
          return List.of(meant.getValue());
        }
      }
    }
    int reach = Math.max(2, given.length() / 3);
    return words.stream()
        .distinct()
        .limit(MOST_COMPARED)
        .filter(w -> w.length() <= LONGEST)
        .filter(w -> isWithin(reach, given, fold(w)) || shares(given, fold(w)))
        .sorted(
            Comparator.<String>comparingInt(w -> distance(given, fold(w)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /**
   * The same as {@link #hint}, but only for words so near that they can hardly be meant to be
   * others: what is no list of legal words, such as names, has neighbours.
   */
  public static String closeHint(String word, Collection<String> words) {
    String given = fold(word);
    // Iran and Iraq, MILF and MNLF
    int reach =
        given.length() < SHORTEST_CLOSE ? 0 : Math.max(1, given.length() / LETTERS_TO_AN_EDIT);
    return hint(to(word, words).stream().filter(w -> isWithin(reach, given, fold(w))).toList());
  }

  /** Whether so many edits suffice; most words differ in length alone by more. */
  private static boolean isWithin(int reach, String a, String b) {
    return Math.abs(a.length() - b.length()) <= reach && distance(a, b) <= reach;
  }

  private static boolean shares(String a, String b) {
    return a.length() > 3 && b.length() > 3 && (a.contains(b) || b.contains(a));
  }

  private static String fold(String word) {
    return BETWEEN_WORDS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : cheapest(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] edits) {
    int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
