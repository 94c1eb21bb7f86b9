package org.parley;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A few values by name, in order. An advice has hundreds of these, so they are kept small. */
final class Inputs extends AbstractMap<String, String> {
  private final List<String> names;
  private final List<String> values;

  /**
   * @param names none of them twice
   * @param values as many, in the same order
   */
  Inputs(List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(
          "%d names, but %d values".formatted(names.size(), values.size()));
    }
    this.names = List.copyOf(names);
    this.values = List.copyOf(values);
  }

  /** A copy that cannot be changed, in the same order. */
  static Inputs copyOf(Map<String, String> map) {
    return map instanceof Inputs inputs
        ? inputs
        : new Inputs(List.copyOf(map.keySet()), List.copyOf(map.values()));
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    int place = names.indexOf(name);
    return place < 0 ? null : values.get(place);
  }

  @Override
  public Set<String> keySet() {
    return new View<>(names::get);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new View<>(i -> Map.entry(names.get(i), values.get(i)));
  }

  /** Something of every input, in order. */
  private final class View<T> extends AbstractSet<T> {
    private final IntFunction<T> part;

    View(IntFunction<T> part) {
      this.part = part;
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public Iterator<T> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < names.size();
        }

        @Override
        public T next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return part.apply(next++);
        }
      };
    }
  }
}
