package org.parley.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * Jackson's formats without the buffers that it keeps for each thread: in a server they would hold
 * the classes of an application that has ended.
 */
public final class Jackson {
  private Jackson() {}

  /** JSON. */
  public static JsonFactory json() {
    return JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
  }

  /** YAML. */
  public static JsonFactory yaml() {
    return YAMLFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
  }

  /** Smile, which is JSON in bytes. */
  public static JsonFactory smile() {
    return SmileFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
  }
}
