package org.parley.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.parley.KnowledgeSource;
import org.parley.ParleyException;

/** Reads the files of a knowledge base from where somebody says that they are. */
final class SourceFiles {
  /** No knowledge base is without it. */
  private static final String ANCHOR = "dmn/vocabulary.csv";

  private static final String CASES = "cases/";

  private static final String NO_MODEL =
      "no knowledge base: there is no folder dmn/ with decision models at its top";

  /** A model in a knowledge base at the top of an archive, or in a folder there. */
  private static final Pattern MODEL = Pattern.compile("((?:[^/]+/)?)dmn/[^/]+\\.dmn");

  private SourceFiles() {}

  static KnowledgeFiles of(KnowledgeSource source) {
    if (source instanceof KnowledgeSource.Folder folder) {
      return KnowledgeFiles.of(folder.folder());
    }
    if (source instanceof KnowledgeSource.Zip zip) {
      return zip(zip.file());
    }
    if (source instanceof KnowledgeSource.ClassPath classPath) {
      return classPath(classPath);
    }
    if (source instanceof KnowledgeSource.Texts texts) {
      return texts(texts.texts());
    }
    if (source instanceof KnowledgeSource.BuiltIn) {
      return KnowledgeFiles.builtIn();
    }
    throw new IllegalArgumentException("whoever knows git reads " + source);
  }

  private static KnowledgeFiles texts(Map<String, String> texts) {
    Gathered files = new Gathered();
    texts.forEach((name, text) -> files.add(name, text.getBytes(StandardCharsets.UTF_8)));
    return files.knowledge(
        "texts",
        "no knowledge base: name each text as it would lie in a folder, such as 'dmn/posture.dmn'");
  }

  private static KnowledgeFiles zip(Path file) {
    String name = file.toString();
    PlainFile.require(file, name, Limit.KNOWLEDGE_BASE);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      TreeSet<String> tops = new TreeSet<>();
      zip.stream()
          .map(entry -> MODEL.matcher(entry.getName()))
          .filter(Matcher::matches)
          .forEach(model -> tops.add(model.group(1)));
      if (tops.size() > 1 && !tops.contains("")) {
        throw ParleyException.in(
            name, "holds more than one knowledge base: in %s".formatted(String.join(", ", tops)));
      }
      return below(zip, tops.isEmpty() ? "" : tops.first(), name);
    } catch (IOException e) {
      throw FileTrouble.unreadable(name, e);
    }
  }

  private static KnowledgeFiles classPath(KnowledgeSource.ClassPath source) {
    String prefix = source.prefix().replaceAll("^/+|/+$", "");
    String top = prefix.isEmpty() ? "" : prefix + "/";
    String name = "class path, " + top + ANCHOR;
    try {
      List<URL> found = Collections.list(source.loader().getResources(top + ANCHOR));
      if (found.size() != 1) {
        throw ParleyException.in(
            name,
            found.isEmpty()
                ? "there is no such file, and so no knowledge base"
                : "stands there more than once, and nobody can tell which one is meant: " + found);
      }
      URLConnection connection = found.get(0).openConnection();
      if (connection instanceof JarURLConnection inJar) {
        inJar.setUseCaches(false);
        try (ZipFile jar = inJar.getJarFile()) {
          return below(jar, top, name);
        }
      }
      return KnowledgeFiles.of(Path.of(found.get(0).toURI()).getParent().getParent());
    } catch (IOException e) {
      throw FileTrouble.unreadable(name, e);
    } catch (URISyntaxException e) {
      throw ParleyException.in(name, "cannot be read from where it is: " + e.getInput());
    }
  }

  private static KnowledgeFiles below(ZipFile zip, String top, String name) throws IOException {
    Gathered files = new Gathered();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory() && entry.getName().startsWith(top)) {
        String file = entry.getName().substring(top.length());
        if (KnowledgeFiles.belongs(file) || file.startsWith(CASES)) {
          try (InputStream in = zip.getInputStream(entry)) {
            // some entries are larger than they say
            files.add(file, in.readNBytes((int) Limit.KNOWLEDGE_FILE.most() + 1));
          }
        }
      }
    }
    return files.knowledge(name, NO_MODEL);
  }

  /** Files that are read one after another, within the limits of a knowledge base. */
  private static final class Gathered {
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, byte[]> cases = new TreeMap<>();
    private final Allowance allowance = Allowance.ofKnowledge();
    private final Allowance ofCases = new Allowance(Limit.CASE_FILES, Limit.CASES);

    void add(String name, byte[] content) {
      if (name.startsWith(CASES)) {
        addCase(name.substring(CASES.length()), content);
        return;
      }
      if (content.length > Limit.KNOWLEDGE_FILE.most()) {
        throw ParleyException.in(name, Limit.KNOWLEDGE_FILE.exceeded());
      }
      allowance.add(name, content.length);
      if (contents.put(name, content) != null) {
        throw ParleyException.in(
            name, "stands there twice, and nobody can tell which one is meant");
      }
    }

    /** What is too large for a case is left out, as whatever else there is no case. */
    void addCase(String name, byte[] content) {
      if (content.length <= Limit.CASE_FILE.most()) {
        ofCases.add(CASES + name, content.length);
        cases.put(name, content);
      }
    }

    KnowledgeFiles knowledge(String from, String otherwise) {
      if (contents.keySet().stream().noneMatch(n -> MODEL.matcher(n).matches())) {
        throw ParleyException.in(from, otherwise);
      }
      return KnowledgeFiles.of(contents).withCases(cases);
    }
  }
}
