package org.parley.report.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Letterhead;
import org.parley.report.document.Words;

/**
 * Chooses what a memo of one page says. What must be said is said; of the rest whole sentences are
 * taken, those of the lowest rank first, as long as there is room. No sentence is cut.
 */
public final class OnePage {
  /** How many lines the shorter of the two common sheets holds, beside what every memo has. */
  private static final double LINES = 46;

  // widths of the narrower of the two sheets, in sizes of the type that stands there
  private static final double COLUMN = 38;
  private static final double BESIDE_A_NAME = 36;
  private static final double HEADLINE = 30;
  private static final double FOOT = 53;

  // heights, in lines of the text
  private static final double BETWEEN_PARTS = 0.33;
  private static final double BETWEEN_ITEMS = 0.09;
  private static final double LINE_OF_HEADLINE = 1.2;
  private static final double LINE_OF_FOOT = 0.9;
  private static final double BANNER = 1.6;

  private final List<Part> parts = new ArrayList<>();
  private double spent;

  /** One part of the page, with its sentences in the order in which they are told. */
  public static final class Part {
    private final String title;
    private final Block.Order order;
    private final List<Sentence> sentences = new ArrayList<>();
    private boolean counted;

    private Part(String title, Block.Order order) {
      this.title = title;
      this.order = order;
    }

    /** Has it say how many sentences there was no room for. */
    public Part counted() {
      counted = true;
      return this;
    }

    /** Adds what must be said. */
    public Part must(Words words) {
      return may(0, words);
    }

    /**
     * Adds what is said if there is room for it, and for all of this part that stands before it.
     *
     * @param rank what has a lower one is taken first
     */
    public Part may(int rank, Words words) {
      if (!words.isEmpty()) {
        sentences.add(new Sentence(this, rank, words));
      }
      return this;
    }

    /** Adds sentences of which as many are said as there is room for, one rank after the other. */
    public Part may(int rank, List<Words> words) {
      for (int i = 0; i < words.size(); i++) {
        may(rank + i, words.get(i));
      }
      return this;
    }
  }

  private record Sentence(Part part, int rank, Words words) {
    double lines() {
      return Typesetting.lines(words, COLUMN) + BETWEEN_ITEMS;
    }
  }

  /** Adds a part below those that are there; without sentences it is left out. */
  public Part part(String title, Block.Order order) {
    Part part = new Part(title, order);
    parts.add(part);
    return part;
  }

  /** Adds a part whose sentences are in no order. */
  public Part part(String title) {
    return part(title, Block.Order.NONE);
  }

  /**
   * Takes room for the head of the memo.
   *
   * @param title what it is about
   * @param setting the lines below that
   * @param head the lines above
   */
  public OnePage headed(String title, List<String> setting, Letterhead head) {
    spent += Typesetting.lines(Words.plain(title), HEADLINE) * LINE_OF_HEADLINE;
    setting.forEach(line -> spent += Typesetting.lines(Words.plain(line), COLUMN));
    for (Block.Field field : head.lines()) {
      field.values().forEach(v -> spent += Typesetting.lines(v, COLUMN));
    }
    // one line at the top and one at the bottom are there in any case
    spent += 2 * Math.max(0, Typesetting.lines(Words.plain(head.classification()), FOOT) - 1);
    return this;
  }

  /** Takes room for the answer. */
  public OnePage answered(Block.Result result) {
    spent++;
    for (Block.Field field : result.fields()) {
      field.values().forEach(v -> spent += Typesetting.lines(v, BESIDE_A_NAME));
    }
    return this;
  }

  /** Takes room for a banner. */
  public OnePage bannered() {
    spent += BANNER;
    return this;
  }

  /** Takes room for what stands at the foot, one behind the other. */
  public OnePage footed(List<Words> foot) {
    Words all = foot.stream().reduce(Words.NONE, Words::then);
    spent += Typesetting.lines(all, FOOT) * LINE_OF_FOOT;
    return this;
  }

  /** What was chosen. */
  public Choice choose() {
    Set<Part> open = new HashSet<>(parts);
    Set<Sentence> taken = new HashSet<>();
    Set<Part> begun = new HashSet<>();
    // what may have to be said of those that are left out
    double lines = spent + parts.stream().filter(p -> p.counted && p.sentences.size() > 1).count();
    for (Sentence sentence : byRank()) {
      double more = sentence.lines() + (begun.contains(sentence.part()) ? 0 : BETWEEN_PARTS);
      if (open.contains(sentence.part()) && (sentence.rank() == 0 || lines + more <= LINES)) {
        taken.add(sentence);
        begun.add(sentence.part());
        lines += more;
      } else {
        open.remove(sentence.part());
      }
    }
    return new Choice(
        parts.stream().filter(begun::contains).map(p -> section(p, taken)).toList(), lines > LINES);
  }

  private List<Sentence> byRank() {
    return parts.stream()
        .flatMap(p -> p.sentences.stream())
        .sorted(Comparator.comparingInt(Sentence::rank))
        .toList();
  }

  private static Block.Section section(Part part, Set<Sentence> taken) {
    List<Sentence> said = part.sentences.stream().filter(taken::contains).toList();
    int left = part.sentences.size() - said.size();
    List<Block.Item> items =
        Stream.concat(
                said.stream().map(Sentence::words),
                part.counted && left > 0
                    ? Stream.of(Words.dim("and %d more".formatted(left)))
                    : Stream.of())
            .map(Block.Item::new)
            .toList();
    // a sentence alone is no list
    Block block =
        items.size() == 1 && part.order == Block.Order.NONE
            ? new Block.Paragraph(Block.Manner.PLAIN, items.get(0).words())
            : new Block.Items(part.order, items);
    return Document.section(Words.plain(part.title), block);
  }

  /**
   * What a page says.
   *
   * @param parts its parts
   * @param tight whether what must be said takes more room than there is in the larger type
   */
  public record Choice(List<Block.Section> parts, boolean tight) {

    public Choice {
      parts = List.copyOf(parts);
    }
  }
}
