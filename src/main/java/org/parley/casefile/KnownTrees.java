package org.parley.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.knowledge.Digests;
import org.parley.knowledge.ShippedFiles;

/**
 * What the build has read out of the cases that come with the library, by the digest of their
 * content: YAML takes longer to start and to read than all the rest of a case.
 */
public final class KnownTrees {
  private static final String NAME = "cases";
  private static final char TEXT = 't';
  private static final char LIST = 'l';
  private static final char MAPPING = 'm';

  private KnownTrees() {}

  private static final class Shipped {
    static final Map<String, byte[]> BY_DIGEST =
        ShippedFiles.read(NAME).map(KnownTrees::index).orElse(Map.of());
  }

  /** The tree of a file with this content, where the build has read one; JSON is not kept. */
  static Optional<Node> find(String file, byte[] content) {
    return TreeReader.isJson(file)
        ? Optional.empty()
        : Optional.ofNullable(Shipped.BY_DIGEST.get(Digests.hex(content))).map(KnownTrees::tree);
  }

  /** Ships the trees of the case files below a folder; those with problems are left out. */
  public static void ship(Path folder, ShippedFiles files) throws IOException {
    Map<String, byte[]> trees = new LinkedHashMap<>();
    for (Path file : CaseFiles.in(folder)) {
      String name = file.toString();
      Problems problems = new Problems(name);
      byte[] content = CaseFiles.content(file);
      try {
        Node root = new TreeReader(name, problems).read(content);
        problems.throwIfAny();
        if (!TreeReader.isJson(name)) {
          trees.put(Digests.hex(content), bytes(root));
        }
      } catch (ParleyException | UTFDataFormatException e) {
        // whoever reads it is told what is wrong; a text of more than 64 KiB is not kept
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(trees.size());
      for (Map.Entry<String, byte[]> tree : trees.entrySet()) {
        out.writeUTF(tree.getKey());
        out.writeInt(tree.getValue().length);
        out.write(tree.getValue());
      }
    }
    files.write(NAME, bytes.toByteArray());
  }

  private static Map<String, byte[]> index(byte[] shipped) {
    Map<String, byte[]> trees = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(shipped))) {
      for (int left = in.readInt(); left > 0; left--) {
        trees.put(in.readUTF(), in.readNBytes(in.readInt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return trees;
  }

  private static byte[] bytes(Node root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(root, out);
    }
    return bytes.toByteArray();
  }

  private static Node tree(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Node node, DataOutputStream out) throws IOException {
    if (node instanceof Node.Text text) {
      writeHead(TEXT, node, out);
      out.writeUTF(text.text());
    } else if (node instanceof Node.Items items) {
      writeHead(LIST, node, out);
      out.writeInt(items.nodes().size());
      for (Node item : items.nodes()) {
        write(item, out);
      }
    } else if (node instanceof Node.Entries entries) {
      writeHead(MAPPING, node, out);
      out.writeInt(entries.entries().size());
      for (Map.Entry<String, Node.Entry> entry : entries.entries().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().line());
        out.writeInt(entry.getValue().column());
        write(entry.getValue().value(), out);
      }
    }
  }

  private static void writeHead(char kind, Node node, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeInt(node.line());
    out.writeInt(node.column());
  }

  private static Node read(DataInputStream in) throws IOException {
    char kind = (char) in.readByte();
    int line = in.readInt();
    int column = in.readInt();
    return switch (kind) {
      case TEXT -> new Node.Text(in.readUTF(), line, column);
      case LIST -> {
        List<Node> nodes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          nodes.add(read(in));
        }
        yield new Node.Items(nodes, line, column);
      }
      case MAPPING -> {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
          String key = in.readUTF();
          int keyLine = in.readInt();
          int keyColumn = in.readInt();
          entries.put(key, new Node.Entry(read(in), keyLine, keyColumn));
        }
        yield new Node.Entries(entries, line, column);
      }
      default -> throw new IOException("no tree of a case file");
    };
  }
}
