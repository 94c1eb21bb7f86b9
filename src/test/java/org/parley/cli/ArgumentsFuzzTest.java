package org.parley.cli;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.fuzz.Sandbox;

/** Words behind {@code parley}, on a knowledge base in a folder that may be spoilt. */
class ArgumentsFuzzTest {
  private static final Sandbox SANDBOX = Sandbox.make();

  static Stream<byte[]> seeds() {
    // a line is an argument; % stands for the folder
    return Stream.of(
            "advise\n%cases/VN-04.yaml",
            "advise\n%cases/VN-04.yaml\n--set\nresilience signal=none\n--format\njson",
            "advise\n%cases/VN-04.yaml\n--format\nhtml\n-o\n%a.html",
            "advise\n%cases\n--as-of\n-999999999-01-01",
            "why\n%cases/VN-04.yaml\n--not\nopen talks",
            "similar\n%cases/VN-04.yaml",
            "seats\n%cases/VN-04.yaml",
            "game\n%cases/VN-04.yaml\n--set\nx=1e999999999",
            "regress\n--case\nVN-04\n--junit\n%j.xml",
            "diff\nHEAD\n--cases\n%cases",
            "cases\n--format\ncsv",
            "table\nexport\n--format\ncsv\n-o\n%t",
            "table\nimport\n%dmn/vocabulary.csv\n--save",
            "fact\nadd\nx\n--values\na|b\n--group\ng\n--meaning\nm\n--save",
            "fact\nrename\nstall cause\ncause; of\n--save",
            "fact\nremove\ninitiatives\n--force\n--reason\nx",
            "value\nadd\nofficial talks\n=x\n--before\nnone",
            "value\nremove\nofficial talks\nagreed\n--use\nnone",
            "column\nadd\nposture\nposture",
            "schema",
            "link\n-o\n%l.dmn",
            "knowledge",
            "tck\n%cases\n--timeout\n1",
            "help\nadvise",
            "--version",
            "@%cases/VN-04.yaml",
            "advise\n\u001b]0;x\u0007\u202e\u0000")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "advise\\x0A",
    "why\\x0A",
    "change\\x0A",
    "ask\\x0A",
    "similar\\x0A",
    "seats\\x0A",
    "game\\x0A",
    "regress\\x0A",
    "coverage\\x0A",
    "agree\\x0A",
    "qca\\x0A",
    "sweep\\x0A",
    "check\\x0A",
    "diff\\x0A",
    "cases\\x0A",
    "timeline\\x0A",
    "table\\x0A",
    "fact\\x0A",
    "value\\x0A",
    "column\\x0A",
    "rename\\x0A",
    "export\\x0A",
    "import\\x0A",
    "schema\\x0A",
    "link\\x0A",
    "knowledge\\x0A",
    "tck\\x0A",
    "help\\x0A",
    "--format\\x0A",
    "json\\x0A",
    "html\\x0A",
    "markdown\\x0A",
    "--set\\x0A",
    "--as-of\\x0A",
    "--output\\x0A",
    "--knowledge\\x0A%",
    "--trust-rules\\x0A",
    "--help\\x0A",
    "--redact\\x0A",
    "--case\\x0A",
    "--not\\x0A",
    "--table\\x0A",
    "--junit\\x0A%",
    "--results\\x0A%",
    "-o\\x0A%",
    "%cases/VN-04.yaml\\x0A",
    "%dmn\\x0A",
    "1939-12-24",
    "=",
    "--",
    "-1",
    "99999999999"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void run(byte[] input) {
    List<String> arguments = SANDBOX.arguments(input);
    Run run = Run.of(arguments.toArray(String[]::new));
    if (run.code() < 0 || run.code() > 2 || blames(run.err(), String.join(" ", arguments))) {
      throw new AssertionError("%s: exit %d, %s".formatted(arguments, run.code(), run.err()));
    }
    SANDBOX.restore();
  }

  /** Whether a message speaks of the program's inside, and not only repeats an argument. */
  private static boolean blames(String err, String arguments) {
    return Stream.of("please report this line", "Exception", "\tat ")
        .anyMatch(words -> err.contains(words) && !arguments.contains(words.strip()));
  }
}
