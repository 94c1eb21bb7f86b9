package org.parley.precedent;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Jackson;
import org.parley.knowledge.Vocabulary;

/**
 * A library as bytes, written as Smile: what was done in each case, and for each choice of the
 * vocabulary a byte that numbers its value, 0 where it is not known. Whatever is counted, and
 * whichever conflict is left out, can be counted from that.
 */
final class LibraryFile {
  private LibraryFile() {}

  static byte[] write(Library library, Vocabulary vocabulary) {
    List<FactType> choices = choices(vocabulary);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Jackson.smile().createGenerator(bytes)) {
      out.writeStartArray();
      out.writeString(library.words());
      out.writeString(library.files());
      for (Precedent one : library.cases()) {
        out.writeString(one.id());
        out.writeString(one.title());
        out.writeString(one.conflict());
        out.writeString(one.done());
        byte[] codes = new byte[choices.size()];
        for (int i = 0; i < codes.length; i++) {
          String value = one.values().get(choices.get(i).name());
          codes[i] = (byte) (choices.get(i).known().indexOf(value) + 1);
        }
        out.writeBinary(codes);
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what was written; empty where it is told in the words of another vocabulary. */
  static Optional<Library> read(byte[] bytes, String words, Vocabulary vocabulary) {
    List<FactType> choices = choices(vocabulary);
    try (JsonParser in = Jackson.smile().createParser(bytes)) {
      in.nextToken();
      if (!in.nextTextValue().equals(words)) {
        return Optional.empty();
      }
      String files = in.nextTextValue();
      List<Precedent> cases = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        cases.add(
            new Precedent(
                in.getText(),
                in.nextTextValue(),
                in.nextTextValue(),
                in.nextTextValue(),
                values(in, choices)));
      }
      return Optional.of(new Library(words, files, cases));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> values(JsonParser in, List<FactType> choices)
      throws IOException {
    in.nextToken();
    byte[] codes = in.getBinaryValue();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      int code = codes[i] & 0xFF;
      if (code > 0) {
        values.put(choices.get(i).name(), choices.get(i).known().get(code - 1));
      }
    }
    return values;
  }

  private static List<FactType> choices(Vocabulary vocabulary) {
    return vocabulary.facts().stream().filter(NaiveBayes::learns).toList();
  }
}
