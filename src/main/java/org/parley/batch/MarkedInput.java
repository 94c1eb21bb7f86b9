package org.parley.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.knowledge.Digests;
import org.parley.knowledge.FileTrouble;

/** Counts and digests what is read, and finds out whether it is what was read before. */
final class MarkedInput extends FilterInputStream {
  private final MessageDigest digest = Digests.sha256();
  private final @Nullable InputMark before;
  private long position;

  /**
   * @param before what must have been read at some place; {@code null} where nothing was
   */
  MarkedInput(InputStream in, @Nullable InputMark before) {
    super(in);
    this.before = before;
  }

  /** How many bytes have been read. */
  long position() {
    return position;
  }

  /** How far it has been read. */
  InputMark mark() {
    try {
      return new InputMark(position, hex((MessageDigest) digest.clone()));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's digests can be cloned", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int most = length;
    if (before != null && position < before.position()) {
      most = (int) Math.min(length, before.position() - position);
    }
    int read = in.read(to, offset, most);
    if (read > 0) {
      digest.update(to, offset, read);
      position += read;
    }
    boolean short0 = read < 0 && before != null && position < before.position();
    if (short0 || (before != null && position == before.position() && !mark().equals(before))) {
      throw new FileTrouble.Seen(
          "it has changed since the run that is to be resumed: run again without --resume");
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
