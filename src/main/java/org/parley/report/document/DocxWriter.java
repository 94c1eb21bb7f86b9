package org.parley.report.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.parley.ParleyException;

/**
 * Writes a document as a Word document, in styles that it defines itself, so that whoever goes on
 * writing changes a style and not each paragraph. Drawings and whole tables of models are for pages
 * only, as in text and Markdown.
 */
public final class DocxWriter {
  private static final int DEEPEST_HEADING = 4;
  private static final int DEEPEST_LIST = 3;

  private final WordFile file;

  private DocxWriter(WordFile file) {
    this.file = file;
  }

  /**
   * The document as the bytes of a .docx file.
   *
   * @throws ParleyException if the library that writes such files is not on the class path
   */
  public static byte[] write(Document document) {
    try {
      return written(document);
    } catch (NoClassDefFoundError e) {
      throw new ParleyException(
          "a Word document needs Apache POI: put org.apache.poi:poi-ooxml on the class path");
    }
  }

  private static byte[] written(Document document) {
    boolean small = document.letterhead().filter(Letterhead::small).isPresent();
    try (WordFile file = new WordFile(small)) {
      new DocxWriter(file).document(document);
      return file.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void document(Document document) {
    document
        .letterhead()
        .ifPresentOrElse(
            head -> head(document, head), () -> file.describe(document.title(), "", ""));
    file.paragraph("Title", Words.plain(document.title()));
    List<Words> setting =
        document.setting().stream()
            .map(parts -> Words.parts(Tone.PLAIN, parts.toArray(String[]::new)))
            .toList();
    Words first = setting.isEmpty() ? Words.NONE : setting.get(0);
    Stream.concat(Stream.of(Words.plain(document.id()).listed(first)), setting.stream().skip(1))
        .filter(words -> !words.isEmpty())
        .forEach(words -> file.paragraph("Subtitle", words));
    blocks(document.front(), 1);
    blocks(document.body(), 1);
    Words foot = document.foot().stream().reduce(Words.NONE, Words::then);
    if (!foot.isEmpty()) {
      file.paragraph("Foot", foot);
    }
  }

  private void head(Document document, Letterhead head) {
    String day = head.date() == null ? "" : head.date().toString();
    file.describe(document.title(), head.author(), day);
    if (!head.classification().isEmpty()) {
      file.onEveryPage("Classification", Words.plain(head.classification()));
    }
    file.paragraph("MemoKind", Words.plain(head.kind()));
    fields(head.lines());
  }

  private void blocks(List<Block> blocks, int depth) {
    blocks.forEach(b -> block(b, depth));
  }

  private void block(Block block, int depth) {
    if (block instanceof Block.Section section) {
      file.paragraph("Heading" + Math.min(DEEPEST_HEADING, depth), section.title());
      blocks(section.body(), depth + 1);
    } else if (block instanceof Block.Paragraph paragraph) {
      file.paragraph(style(paragraph.manner()), paragraph.words());
    } else if (block instanceof Block.Result result) {
      file.paragraph("Result", Words.plain(result.lead()).then(Tone.STRONG, result.answer()));
      fields(result.fields());
    } else if (block instanceof Block.Fields fields) {
      fields(fields.fields());
    } else if (block instanceof Block.Items items) {
      items(items);
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Bars bars) {
      bars(bars);
    } else if (block instanceof Block.Columns columns) {
      blocks(columns.left(), depth);
      blocks(columns.right(), depth);
    }
  }

  private static String style(Block.Manner manner) {
    return switch (manner) {
      case PLAIN -> "Normal";
      case ANSWER -> "Answer";
      case NOTE -> "Note";
      case BANNER -> "Banner";
    };
  }

  private void fields(List<Block.Field> fields) {
    for (Block.Field field : fields) {
      XWPFParagraph line = file.paragraph("Field", Words.dim(field.name()));
      line.createRun().addTab();
      field.values().stream().limit(1).forEach(v -> WordFile.add(line, v));
      field.values().stream().skip(1).forEach(v -> file.paragraph("FieldNote", v));
    }
  }

  private void items(Block.Items items) {
    if (items.order() == Block.Order.NUMBERED) {
      BigInteger list = file.numbers();
      items.items().forEach(i -> item(i, "ListNumber", 1).setNumID(list));
    } else if (items.order() == Block.Order.WARNING) {
      items.items().forEach(i -> item(i, "ListWarning", 1));
    } else {
      items.items().forEach(i -> item(i, "ListBullet", 1));
    }
  }

  private XWPFParagraph item(Block.Item item, String style, int depth) {
    Words sign = item.mark() == null ? Words.NONE : Words.plain(item.mark().sign());
    XWPFParagraph paragraph = file.paragraph(style, sign.then(item.words()));
    for (Words note : item.notes()) {
      paragraph.createRun().addBreak();
      WordFile.add(paragraph, note);
    }
    int below = Math.min(DEEPEST_LIST, depth + 1);
    item.below().forEach(i -> item(i, "ListBullet" + below, below));
    return paragraph;
  }

  private void table(Block.Table table) {
    file.paragraph("Caption", Words.plain(table.caption()));
    List<Block.Column> columns = table.columns();
    XWPFTable rows = file.table(table.lines().size() + 1, columns.size());
    WordFile.repeat(rows.getRow(0));
    for (int i = 0; i < columns.size(); i++) {
      Block.Column column = columns.get(i);
      WordFile.fill(
          rows.getRow(0).getCell(i),
          0,
          "TableHead",
          Words.plain(column.title()).then(Tone.DIM, column.note()));
    }
    for (int i = 0; i < table.lines().size(); i++) {
      line(table.lines().get(i), rows.getRow(i + 1));
    }
  }

  private static void line(Block.Line line, XWPFTableRow row) {
    for (int i = 0; i < line.cells().size(); i++) {
      List<Words> texts = line.cells().get(i).lines();
      for (int j = 0; j < texts.size(); j++) {
        WordFile.fill(
            row.getCell(i), j, line.isHeading() ? "TableHead" : "TableText", texts.get(j));
      }
    }
    if (line.isHeading()) {
      WordFile.spread(row);
    }
  }

  private void bars(Block.Bars bars) {
    table(
        Document.table(
            bars.caption(),
            Block.Column.all(bars.caption(), "Share", "Count"),
            bars.bars(),
            bar -> Block.Line.of(bar.name(), bar.figures(), bar.aside())));
  }
}
