package org.parley.regress.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.parley.ParleyException;

/**
 * Turns values of a test-case file into what the engine reckons with: by the type that the file
 * marks them with, else by the type that the model gives them.
 */
final class EngineValues {
  private static final int SHOWN = 40;
  // FEEL's own numbers end at 1e6144
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,9999}(\\.\\d{0,9999})?|\\.\\d{1,9999})([eE][-+]?\\d{1,4})?");

  private EngineValues() {}

  /**
   * A value.
   *
   * @param type what the model says it is, or {@code null} where it does not
   */
  static Object of(TckValue value, DMNType type) {
    if (value instanceof TckValue.Items items) {
      List<Object> list = new ArrayList<>();
      items.values().forEach(item -> list.add(of(item, type)));
      return list;
    }
    if (value instanceof TckValue.Components components) {
      Map<String, Object> context = new LinkedHashMap<>();
      components.values().forEach((name, part) -> context.put(name, of(part, field(type, name))));
      return context;
    }
    return value instanceof TckValue.Scalar scalar ? simple(scalar, builtIn(type)) : null;
  }

  private static DMNType field(DMNType type, String name) {
    return type == null || !type.isComposite() ? null : type.getFields().get(name);
  }

  private static Object simple(TckValue.Scalar scalar, Optional<BuiltInType> type) {
    String text = scalar.text();
    return switch (scalar.type()) {
      case "string" -> text;
      case "boolean" -> truth(text.strip());
      case "date" -> parsed(text, type.orElse(BuiltInType.DATE), "date");
      case "time" -> parsed(text, type.orElse(BuiltInType.TIME), "time");
      case "dateTime" -> parsed(text, type.orElse(BuiltInType.DATE_TIME), "date and time");
      case "duration", "dayTimeDuration", "yearMonthDuration" ->
          parsed(text, type.orElse(BuiltInType.DURATION), "duration");
      default -> isNumber(scalar.type()) ? number(text) : unmarked(text, type);
    };
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw noValue(text, "truth value: write true or false");
    };
  }

  /** What its type reads; it makes nothing of what it cannot read. */
  private static Object parsed(String text, BuiltInType type, String what) {
    if (type == BuiltInType.BOOLEAN) {
      return truth(text.strip());
    }
    Object value;
    try {
      value = type.fromString(text.strip());
    } catch (RuntimeException e) {
      value = null;
    }
    if (value == null) {
      throw noValue(text.strip(), what);
    }
    return value;
  }

  private static ParleyException noValue(String text, String what) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return new ParleyException("the test case gives '%s', which is no %s".formatted(shown, what));
  }

  /** An empty element that nobody marked as a text is no value. */
  private static Object unmarked(String text, Optional<BuiltInType> type) {
    if (text.isEmpty()) {
      return null;
    }
    if (type.isEmpty()) {
      return text;
    }
    return parsed(text, type.get(), type.get().getName());
  }

  private static boolean isNumber(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return List.of("decimal", "double", "float", "byte", "short").contains(lower)
        || lower.endsWith("integer")
        || lower.endsWith("int")
        || lower.endsWith("long");
  }

  private static BigDecimal number(String text) {
    if (!NUMBER.matcher(text.strip()).matches()) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      throw new ParleyException("the test case gives '%s' as a number".formatted(shown));
    }
    return new BigDecimal(text.strip());
  }

  /** The type of FEEL behind a type of the model; none for Any and for what is made of parts. */
  private static Optional<BuiltInType> builtIn(DMNType type) {
    DMNType base = type;
    while (base instanceof BaseDMNTypeImpl known && !base.isComposite()) {
      if (known.getFeelType() instanceof BuiltInType builtIn) {
        return builtIn == BuiltInType.UNKNOWN ? Optional.empty() : Optional.of(builtIn);
      }
      base = base.getBaseType();
    }
    return Optional.empty();
  }
}
