package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine, parsers and the file system say, in words for whoever reads it. */
class WordsForMachinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DMN: Error compiling FEEL expression 'lo w' for name 'x' on node 'y': Unknown variable 'lo' (DMN id: _1, failed)"
            + "|in 'y' the text 'lo w' cannot be read: the name 'lo' is not known here; a text needs quotes: \"lo\"",
        "Error compiling FEEL expression '(1' on decision table 'y', rule #3: missing ')' at '<EOF>'"
            + "|in 'y' the text '(1' cannot be read: a ) is missing",
        "Error while evaluating node 'y': the declared result type is 'DMNType{ urn:x : tLevel }' but the actual value 'huge' is not an instance of that type"
            + "|'y' answers huge, which is not of its type tLevel",
        "mismatched input 'b' expecting {<EOF>, 'or'}"
            + "|'b' does not fit where it stands: a text needs quotes, tests are parted by commas",
        "java.lang.IllegalStateException: org.kie.dmn.X: no way|the engine says: no way",
        "null|the engine breaks off there and does not say why",
      })
  void theEngine(String said, String words) {
    assertThat(EngineWords.of(said)).isEqualTo(words);
  }

  @Test
  void whatTheEngineSaysIsCutAndInert() {
    assertThat(EngineWords.of("odd \u001b]0;x\u0007 " + "y".repeat(500)))
        .startsWith("the engine says: odd <U+001B>]0;x<U+0007> y")
        .hasSizeLessThan(240);
  }

  @Test
  void theFileSystem() {
    Map.of(
            new NoSuchFileException("a"), "there is no such file or folder",
            new AccessDeniedException("a"), "access to it is denied",
            new MalformedInputException(1), "it is not UTF-8 text: save it as UTF-8",
            new IOException("No space left on device"), "the disk is full",
            new FileSystemException("a", null, "Is a directory"), "it is a folder",
            new FileSystemException("a"), "the system gives no reason",
            new IOException("odd\u0007"), "the system says 'odd<U+0007>'")
        .forEach((e, words) -> assertThat(FileTrouble.of(e)).isEqualTo(words));
  }
}
