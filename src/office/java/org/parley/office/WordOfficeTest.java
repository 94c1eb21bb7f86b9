package org.parley.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Case;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.MemoReport;
import org.parley.report.document.DocxWriter;
import org.parley.report.words.MemoHead;

/** Memos go through LibreOffice Writer: one sheet, and saved there they keep styles and words. */
@Tag("office")
class WordOfficeTest {
  private static final int EVERY = Boolean.getBoolean("parley.soak") ? 1 : 10;
  private static final MemoHead HEAD =
      new MemoHead("Policy Planning Staff", "The Minister", "Restricted");
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  @TempDir private Path folder;

  private List<Path> memos() throws IOException {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    List<Path> memos = new ArrayList<>();
    try (TableAdvisor advisor = TableAdvisor.of(knowledge)) {
      for (int i = 0; i < cases.size(); i += EVERY) {
        byte[] docx =
            DocxWriter.write(
                MemoReport.of(advisor.advise(cases.get(i)), knowledge.vocabulary(), HEAD));
        memos.add(Files.write(folder.resolve(cases.get(i).id() + ".docx"), docx));
      }
    }
    return memos;
  }

  @Test
  void eachIsOneSheetAndKeepsStylesAndWords() throws Exception {
    List<Path> memos = memos();
    Office office = new Office(folder);
    List<Path> printed = office.convert(memos, "pdf", "printed");
    List<Path> saved = office.convert(memos, "docx", "saved");

    assertThat(memos).hasSizeGreaterThan(14);
    for (int i = 0; i < memos.size(); i++) {
      String name = memos.get(i).getFileName().toString();
      String pdf = Files.readString(printed.get(i), StandardCharsets.ISO_8859_1);
      assertThat(SHEET.matcher(pdf).results().count()).as(name).isOne();
      assertThat(told(saved.get(i))).as(name).isEqualTo(told(memos.get(i)));
    }
  }

  /** Every paragraph with the name of its style. */
  private static List<String> told(Path file) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      List<String> told = new ArrayList<>();
      for (XWPFParagraph paragraph : word.getParagraphs()) {
        // LibreOffice writes "Heading 1" where Word has "heading 1"
        String style =
            word.getStyles().getStyle(paragraph.getStyle()).getName().toLowerCase(Locale.ROOT);
        told.add("%s: %s".formatted(style, paragraph.getText()).replaceAll("\\s+", " ").strip());
      }
      return told;
    }
  }
}
