package org.parley.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.parley.Shown;

/**
 * The shell of every HTML page: one file that needs nothing else and may fetch nothing. Its policy
 * lets through its own style sheet and pictures that stand in the file, and no script at all.
 */
final class HtmlPage {

  private HtmlPage() {}

  /**
   * The page as HTML that ends with a line break.
   *
   * @param name stands in the title bar
   * @param sheet the style sheet
   */
  static String render(String name, String sheet, DomContent... content) {
    return Shown.markup(
        "<!DOCTYPE html>\n"
            + html(
                    head(
                        meta().withCharset("utf-8"),
                        meta()
                            .attr("http-equiv", "Content-Security-Policy")
                            .withContent(policy(sheet)),
                        meta()
                            .withName("viewport")
                            .withContent("width=device-width, initial-scale=1"),
                        meta().withName("referrer").withContent("no-referrer"),
                        title(Shown.line(name)),
                        style(rawHtml(sheet))),
                    body(content))
                .withLang("en")
                .render()
            + "\n");
  }

  private static String policy(String sheet) {
    return "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(Base64.getEncoder().encodeToString(sha256(sheet)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
