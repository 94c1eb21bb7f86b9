package org.parley.report.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a document as Markdown. */
public final class MarkdownWriter {
  private final StringBuilder page = new StringBuilder();

  private MarkdownWriter() {}

  /** The document as Markdown that ends with a line break. */
  public static String write(Document document) {
    MarkdownWriter writer = new MarkdownWriter();
    document.letterhead().ifPresent(writer::classification);
    writer.block("# " + words(Words.parts(Tone.PLAIN, document.id(), document.title())));
    document.setting().stream()
        .map(parts -> words(Words.parts(Tone.PLAIN, parts.toArray(String[]::new))))
        .forEach(writer::block);
    document.letterhead().ifPresent(writer::head);
    document.front().forEach(b -> writer.block(b, 2));
    document.body().forEach(b -> writer.block(b, 2));
    if (!document.foot().isEmpty()) {
      writer.block("---");
      document.foot().forEach(w -> writer.block(words(w)));
    }
    document.letterhead().ifPresent(writer::classification);
    return writer.page.toString();
  }

  private void classification(Letterhead head) {
    block(emphasised("**", Markdown.escape(head.classification())));
  }

  private void head(Letterhead head) {
    block(emphasised("**", Markdown.escape(head.kind())));
    fields(head.lines());
  }

  private void block(Block block, int depth) {
    if (block instanceof Block.Section section) {
      block("#".repeat(depth) + " " + words(section.title()));
      section.body().forEach(b -> block(b, depth + 1));
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Block.Result result) {
      block(
          "#".repeat(depth)
              + " "
              + Markdown.escape(
                  (result.lead() + " " + result.answer().toUpperCase(Locale.ROOT)).strip()));
      fields(result.fields());
    } else if (block instanceof Block.Fields fields) {
      fields(fields.fields());
    } else if (block instanceof Block.Items items) {
      boolean numbered = items.order() == Block.Order.NUMBERED;
      block(
          IntStream.range(0, items.items().size())
              .mapToObj(i -> item(items.items().get(i), "", numbered ? i + 1 + ". " : "- "))
              .collect(Collectors.joining("\n")));
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Bars bars) {
      bars(bars);
    } else if (block instanceof Block.Columns columns) {
      Stream.concat(columns.left().stream(), columns.right().stream())
          .forEach(b -> block(b, depth));
    }
  }

  /** Text with an empty line above it. */
  private void block(String text) {
    if (!text.isEmpty()) {
      page.append(page.isEmpty() ? "" : "\n").append(text).append('\n');
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    String words = words(paragraph.words());
    block(
        switch (paragraph.manner()) {
          case PLAIN -> words;
          case ANSWER -> emphasised("**", words);
          case NOTE -> emphasised("*", words);
          case BANNER -> "> " + emphasised("**", words);
        });
  }

  private static String emphasised(String mark, String words) {
    return words.isEmpty() || words.contains("*") ? words : mark + words + mark;
  }

  private void fields(List<Block.Field> fields) {
    block(
        fields.stream()
            .map(
                field ->
                    "- **%s:** %s"
                            .formatted(
                                Markdown.escape(field.name()),
                                field.values().stream()
                                    .limit(1)
                                    .map(MarkdownWriter::words)
                                    .collect(Collectors.joining()))
                        + field.values().stream()
                            .skip(1)
                            .map(value -> "\n  - " + words(value))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n")));
  }

  private static String item(Block.Item item, String indent, String lead) {
    StringBuilder out = new StringBuilder(indent).append(lead);
    out.append(item.mark() == null ? "" : Markdown.escape(item.mark().sign()) + " ");
    out.append(words(item.words()));
    String below = indent + " ".repeat(lead.length());
    for (Words note : item.notes()) {
      // two blanks before a line break keep the note under its item
      out.append("  \n").append(below).append(emphasised("*", words(note)));
    }
    item.below().forEach(i -> out.append('\n').append(item(i, below, "- ")));
    return out.toString();
  }

  private void table(Block.Table table) {
    StringBuilder out = new StringBuilder();
    out.append(
        Markdown.head(
            table.columns().stream()
                .map(c -> Markdown.escape(c.note().isEmpty() ? c.title() : title(c)))
                .toList()));
    for (Block.Line line : table.lines()) {
      List<String> cells =
          new ArrayList<>(line.cells().stream().map(MarkdownWriter::cell).toList());
      if (line.isHeading()) {
        cells.set(0, emphasised("**", cells.get(0)));
        cells.addAll(Collections.nCopies(table.columns().size() - 1, ""));
      }
      out.append(Markdown.row(cells));
    }
    block(out.toString().stripTrailing());
  }

  private static String title(Block.Column column) {
    return column.title() + " (" + column.note() + ")";
  }

  private static String cell(Block.Cell cell) {
    return cell.lines().stream().map(MarkdownWriter::words).collect(Collectors.joining("<br>"));
  }

  private void bars(Block.Bars bars) {
    StringBuilder out = new StringBuilder();
    out.append(Markdown.head(List.of(Markdown.escape(bars.caption()), "share", "count")));
    for (Block.Bar bar : bars.bars()) {
      out.append(
          Markdown.row(
              Stream.of(bar.name(), bar.figures(), bar.aside()).map(Markdown::escape).toList()));
    }
    block(out.toString().stripTrailing());
  }

  private static String words(Words words) {
    StringBuilder out = new StringBuilder();
    for (Words.Span span : words.spans()) {
      out.append(out.isEmpty() || span.glued() ? "" : " ");
      out.append(
          switch (span.tone()) {
            case STRONG, COME -> "**" + Markdown.escape(span.text()) + "**";
            case CODE -> Markdown.code(span.text());
            default -> Markdown.escape(span.text());
          });
    }
    // neighbours of one weight are one piece
    return out.toString().replace("** **", " ").replace("****", "");
  }
}
