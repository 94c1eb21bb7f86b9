package org.parley.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads Word documents. */
final class Word {
  private Word() {}

  /** All that is said, heads and feet of pages too. */
  static String text(byte[] docx) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
        XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
      return extractor.getText();
    }
  }

  /** The styles of the paragraphs, in their order. */
  static List<String> styles(byte[] docx) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return word.getParagraphs().stream().map(p -> p.getStyle()).toList();
    }
  }

  /** The styles that are defined. */
  static boolean defines(byte[] docx, String style) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return word.getStyles().styleExist(style);
    }
  }
}
