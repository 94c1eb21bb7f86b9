package org.parley.report;

import org.parley.report.document.HtmlWriter;
import org.parley.report.document.MarkdownWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.json.Json;

/** A report as it is written in each form. */
public final class Written {

  private Written() {}

  public static String text(Report report) {
    return text(report, Style.plain());
  }

  public static String text(Report report, Style style) {
    return TextWriter.write(report.document().get(), style);
  }

  public static String markdown(Report report) {
    return MarkdownWriter.write(report.document().get());
  }

  public static String html(Report report) {
    return HtmlWriter.write(report.document().get());
  }

  public static String json(Report report) {
    return Json.write(report.record().get());
  }
}
