package org.parley.report.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * A Word document that grows downwards in its own styles; the same content gives the same bytes.
 */
final class WordFile implements AutoCloseable {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String LANGUAGE = "en-GB";

  // twentieths of a point: a sheet of A4 and its margins
  private static final int WIDTH = 11906;
  private static final int HEIGHT = 16838;
  private static final int SIDE = 1020;
  private static final int TOP = 960;
  private static final int EDGE = 480;

  /** The list of numbers among those that are defined. */
  private static final long NUMBERS = 1;

  private static final int SMALL = 18;

  private final XWPFDocument word = new XWPFDocument();
  private final CTNumbering numbering;

  /**
   * @param small whether its type is the smaller one
   */
  WordFile(boolean small) throws IOException {
    CTStyles styles = styles();
    if (small) {
      BigInteger size = BigInteger.valueOf(SMALL);
      styles.getDocDefaults().getRPrDefault().getRPr().getSzArray(0).setVal(size);
    }
    word.createStyles().setStyles(styles);
    numbering = numbering();
    CTSectPr sheet = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = sheet.addNewPgSz();
    size.setW(WIDTH);
    size.setH(HEIGHT);
    CTPageMar margins = sheet.addNewPgMar();
    margins.setLeft(SIDE);
    margins.setRight(SIDE);
    margins.setTop(TOP);
    margins.setBottom(TOP);
    margins.setHeader(EDGE);
    margins.setFooter(EDGE);
    margins.setGutter(0);
  }

  private static CTStyles styles() throws IOException {
    try (InputStream file = part("styles.xml")) {
      return StylesDocument.Factory.parse(file).getStyles();
    } catch (XmlException e) {
      throw new IOException(e);
    }
  }

  private CTNumbering numbering() throws IOException {
    try (InputStream file = part("numbering.xml")) {
      CTNumbering lists = NumberingDocument.Factory.parse(file).getNumbering();
      word.createNumbering().setNumbering(lists);
      return lists;
    } catch (XmlException e) {
      throw new IOException(e);
    }
  }

  private static InputStream part(String name) {
    return Objects.requireNonNull(WordFile.class.getResourceAsStream(name), name);
  }

  /** What the file says of itself. */
  void describe(String title, String author, String day) {
    try {
      PackageProperties properties = word.getPackage().getPackageProperties();
      properties.setTitleProperty(title);
      properties.setCreatorProperty(author);
      properties.setLanguageProperty(LANGUAGE);
      if (day.isEmpty()) {
        properties.setCreatedProperty(Optional.empty());
      } else {
        properties.setCreatedProperty(day + "T00:00:00Z");
        properties.setModifiedProperty(day + "T00:00:00Z");
      }
      word.getProperties()
          .getExtendedProperties()
          .getUnderlyingProperties()
          .setApplication("Parley");
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("a day is a date", e);
    }
  }

  /** What stands at the top and at the bottom of every page. */
  void onEveryPage(String style, Words words) {
    XWPFParagraph top = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    XWPFParagraph bottom = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    for (XWPFParagraph place : new XWPFParagraph[] {top, bottom}) {
      place.setStyle(style);
      add(place, words);
    }
  }

  /** A paragraph. */
  XWPFParagraph paragraph(String style, Words words) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(style);
    add(paragraph, words);
    return paragraph;
  }

  /** A further list of numbers, which begins with one. */
  BigInteger numbers() {
    BigInteger id = BigInteger.valueOf(numbering.sizeOfNumArray() + 1L);
    CTNum list = numbering.addNewNum();
    list.setNumId(id);
    list.addNewAbstractNumId().setVal(BigInteger.valueOf(NUMBERS));
    list.addNewLvlOverride().addNewStartOverride().setVal(BigInteger.ONE);
    list.getLvlOverrideArray(0).setIlvl(BigInteger.ZERO);
    return id;
  }

  /** A table whose rows are to be filled. */
  XWPFTable table(int rows, int columns) {
    XWPFTable table = word.createTable(rows, columns);
    table.setStyleID("TableGrid");
    table.setWidth("100%");
    if (table.getCTTbl().getTblPr().isSetTblBorders()) {
      // those of the style
      table.getCTTbl().getTblPr().unsetTblBorders();
    }
    return table;
  }

  /** Has a row stand above the table again on each page. */
  static void repeat(XWPFTableRow row) {
    row.setRepeatHeader(true);
  }

  /** Makes the first cell of a row as wide as the table. */
  static void spread(XWPFTableRow row) {
    int columns = row.getTableCells().size();
    for (int i = columns - 1; i > 0; i--) {
      row.removeCell(i);
    }
    row.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
  }

  /** Writes into a cell; its first paragraph is there already. */
  static void fill(XWPFTableCell cell, int line, String style, Words words) {
    XWPFParagraph paragraph = line == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
    paragraph.setStyle(style);
    add(paragraph, words);
  }

  /** Words behind those that are there. */
  static void add(XWPFParagraph paragraph, Words words) {
    boolean first = paragraph.getRuns().isEmpty();
    for (Words.Span span : words.spans()) {
      XWPFRun run = paragraph.createRun();
      run.setText((first || span.glued() ? "" : " ") + span.text());
      switch (span.tone()) {
        case STRONG, ALERT, COME -> run.setStyle("Strong");
        case DIM -> run.setStyle("Dim");
        case CODE -> run.setStyle("RowId");
        case GONE -> run.setStyle("Gone");
        default -> {}
      }
      first = false;
    }
  }

  /** The whole file. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    word.write(written);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(NO_TIME);
        zip.putNextEntry(same);
        in.transferTo(zip);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    word.close();
  }
}
