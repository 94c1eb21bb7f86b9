package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.DecisionTrace;

/** Nothing that can be reached from an advice can be changed. */
class ImmutableAdviceTest {
  private static final Case SUBJECT = ShippedCases.named("VN-01");

  @Test
  void nothingOfAnAdviceCanBeCleared() {
    Advice advice = ShippedCases.ADVISOR.advise(SUBJECT);
    Reached reached = new Reached();
    reached.add(Briefing.of(advice, ShippedCases.ALL.subList(0, 5)));
    reached.add(advice.seats());
    reached.add(advice.challenge());
    Set<Class<?>> tried = reached.spoilAll();

    assertThat(tried).hasSizeGreaterThan(20).contains(DecisionTrace.class);
    assertThat(reached.results).isGreaterThan(5);
    assertThat(advice).isEqualTo(ShippedCases.ADVISOR.advise(SUBJECT));
  }

  /** All that was reached, and each thing once. */
  private static final class Reached {
    private final Deque<Object> open = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Class<?>> kinds = Collections.newSetFromMap(new IdentityHashMap<>());
    private int results;

    private void add(Object value) {
      if (value != null && seen.add(value)) {
        open.add(value);
      }
    }

    private Set<Class<?>> spoilAll() {
      while (!open.isEmpty()) {
        Object next = open.remove();
        if (next instanceof Map<?, ?> map) {
          results++;
          spoil(map);
          map.forEach(
              (key, value) -> {
                add(key);
                add(value);
              });
        } else if (next instanceof Collection<?> all) {
          spoil(all);
          all.forEach(this::add);
        } else if (next instanceof Optional<?> optional) {
          optional.ifPresent(this::add);
        } else if (next.getClass().getPackageName().startsWith("org.parley")) {
          kinds.add(next.getClass());
          partsOf(next);
        }
      }
      return kinds;
    }

    private void partsOf(Object owner) {
      Stream<Method> parts =
          owner instanceof Advice
              ? Stream.of(Advice.class.getMethods()).filter(m -> m.getParameterCount() == 0)
              : Stream.ofNullable(owner.getClass().getRecordComponents())
                  .flatMap(Stream::of)
                  .map(RecordComponent::getAccessor);
      // from seat to seat there is no end
      parts.filter(m -> !m.getName().equals("seats")).forEach(m -> add(call(m, owner)));
    }

    private static Object call(Method method, Object owner) {
      try {
        return method.invoke(owner);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new LinkageError(method + " of " + owner, e);
      }
    }

    private static void spoil(Map<?, ?> map) {
      int size = map.size();
      refused(map::clear);
      refused(() -> map.keySet().clear());
      refused(() -> map.values().clear());
      refused(() -> removeFirst(map.entrySet().iterator()));
      map.entrySet().forEach(e -> refused(() -> e.setValue(null)));
      assertThat(map).hasSize(size).doesNotContainValue(null);
    }

    private static void spoil(Collection<?> all) {
      List<Object> before = Arrays.asList(all.toArray());
      refused(all::clear);
      refused(() -> removeFirst(all.iterator()));
      refused(() -> all.removeIf(x -> true));
      if (all instanceof List<?> list && !list.isEmpty()) {
        refused(() -> list.set(0, null));
        refused(() -> list.remove(0));
      }
      assertThat(all.toArray()).containsExactlyElementsOf(before);
    }

    private static void removeFirst(Iterator<?> all) {
      if (all.hasNext()) {
        all.next();
        all.remove();
      }
    }

    private static void refused(Runnable change) {
      try {
        change.run();
      } catch (UnsupportedOperationException e) {
        // as it should be; where nothing is refused, nothing may have changed
      }
    }
  }
}
