package org.parley.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.FactValue;
import org.parley.JsonLayout;
import org.parley.OpenQuestions;
import org.parley.ParleyException;
import org.parley.Seats;
import org.parley.Shown;
import org.parley.WhyNot;
import org.parley.casefile.CaseFiles;
import org.parley.explain.AdviceAnswer;
import org.parley.explain.RecordedAdvice;
import org.parley.knowledge.Jackson;
import org.parley.knowledge.Limit;
import org.parley.report.document.Figures;

/**
 * Writes records as JSON, laid out for people: a key for each component, none for a text that is
 * empty or for what is missing.
 */
public final class Json {
  /** The version of the form: another one means that keys have gone or mean something else. */
  public static final int SCHEMA_VERSION = 1;

  private static final String VERSION = "schemaVersion";

  /** What a command writes too, so that there is a schema of it. */
  private static final Set<Class<?>> PUBLISHED =
      Set.of(
          Briefing.class,
          Challenge.class,
          Changes.class,
          WhyNot.class,
          OpenQuestions.class,
          Seats.class);

  private static final int LONGEST_NUMBER = (int) Limit.FEEL_NUMBER.most();
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");
  private static final Writer<String> VALUE = new Writer<>(String.class, Json::factValue);
  static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /** A record, or a list of them, as text that ends with a line break. */
  public static String write(Object result) {
    return write(result, JsonLayout.PRETTY);
  }

  /** The same in a layout. */
  public static String write(Object result, JsonLayout layout) {
    if (result instanceof List<?> several) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      several.forEach(one -> all.add(versioned(one)));
      return text(all, layout);
    }
    return text(versioned(result), layout);
  }

  /** What is written of a part of the API. */
  public static JsonNode tree(Object part) {
    return part instanceof Advice || PUBLISHED.contains(part.getClass())
        ? versioned(part)
        : MAPPER.valueToTree(part);
  }

  /**
   * Reads what {@link #tree} gives, and what the commands of the same name write.
   *
   * @throws JsonProcessingException if it is something else
   * @throws CaseRefused if a case was asked for, and it is none
   */
  public static <T> T read(JsonNode json, Class<T> type) throws JsonProcessingException {
    JsonNode version = json.path(VERSION);
    if (!version.isMissingNode() && version.asInt() != SCHEMA_VERSION) {
      throw new JsonMappingException(
          null, "%s is %s: this library reads %d".formatted(VERSION, version, SCHEMA_VERSION));
    }
    return MAPPER.treeToValue(json, type);
  }

  /**
   * Reads the same from text.
   *
   * @throws JsonProcessingException if it is something else
   * @throws CaseRefused if a case was asked for, and it is none
   */
  public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return read(MAPPER.readTree(json), type);
  }

  private static ObjectNode versioned(Object result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(VERSION, SCHEMA_VERSION);
    if (result instanceof AboutCase about) {
      if (!about.subject().isEmpty()) {
        json.put("case", about.subject());
      }
      json.put("favoured", about.favoured());
      return json.setAll((ObjectNode) MAPPER.valueToTree(about.answer()));
    }
    return json.setAll((ObjectNode) MAPPER.valueToTree(result));
  }

  /** A tree as text that ends with a line break. */
  public static String text(JsonNode tree) {
    return text(tree, JsonLayout.PRETTY);
  }

  /** The same in a layout. */
  public static String text(JsonNode tree, JsonLayout form) {
    if (form == JsonLayout.COMPACT) {
      return Shown.json(tree.toString());
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    try {
      return Shown.json(MAPPER.writer(layout).writeValueAsString(tree)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case readCase(JsonNode json) {
    try {
      return CaseFiles.readFreely(json.toString().getBytes(StandardCharsets.UTF_8), true);
    } catch (CaseRefused e) {
      // a tree has no lines
      throw new CaseRefused(e.problems().stream().map(p -> p.at(p.place().onLine(0))).toList());
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule module =
        new SimpleModule()
            .addSerializer(
                Case.class, new Writer<>(Case.class, c -> CaseFiles.inWordsOf(c).outline(c)))
            .addSerializer(Advice.class, new Writer<>(Advice.class, AdviceAnswer::of))
            .addSerializer(Briefing.class, new Writer<>(Briefing.class, AdviceAnswer::of))
            .addSerializer(
                ParleyException.class,
                new Writer<>(ParleyException.class, ParleyException::problems))
            .addDeserializer(Case.class, new Reader<>(JsonNode.class, Json::readCase))
            .addDeserializer(Advice.class, new Reader<>(AdviceAnswer.class, RecordedAdvice::new))
            .addDeserializer(LocalDate.class, new Reader<>(String.class, LocalDate::parse))
            .addDeserializer(
                OptionalInt.class,
                new Reader<>(Integer.class, OptionalInt::of, OptionalInt.empty()))
            .addDeserializer(double.class, new Reader<>(BigDecimal.class, BigDecimal::doubleValue))
            .addSerializer(LocalDate.class, ToStringSerializer.instance)
            .addSerializer(Instant.class, ToStringSerializer.instance)
            .addSerializer(Path.class, new ToStringSerializer(Path.class))
            .addSerializer(
                OptionalInt.class,
                new Writer<>(OptionalInt.class, n -> n.isPresent() ? n.getAsInt() : null))
            .addSerializer(BigDecimal.class, new PlainNumber())
            .addSerializer(Double.class, new Writer<>(Double.class, Json::measure))
            .addSerializer(double.class, new Writer<>(double.class, Json::measure));
    ObjectMapper mapper =
        JsonMapper.builder(Jackson.json())
            .addModule(module)
            // questions that a record answers are no parts of it
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
            // what a record works out is written, and worked out again when it is read
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new WithFactValues())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    mapper
        .configOverride(String.class)
        .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
    for (Class<?> type : List.of(String.class, List.class, Map.class)) {
      // what is empty has no key
      mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
    JsonInclude.Value bounded =
        JsonInclude.Value.construct(JsonInclude.Include.CUSTOM, JsonInclude.Include.CUSTOM)
            .withValueFilter(Boundless.class)
            .withContentFilter(Boundless.class);
    for (Class<?> type : List.of(double.class, Double.class, Map.class)) {
      mapper.configOverride(type).setInclude(bounded);
    }
    return mapper;
  }

  /** A number without bound has no key. */
  static final class Boundless {
    @Override
    public boolean equals(Object value) {
      return value == null || (value instanceof Double number && !Double.isFinite(number));
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** How values of a type are read: from what stands for them. */
  private static final class Reader<S, T> extends JsonDeserializer<T> {
    private final Class<S> plain;
    private final Function<S, T> meaning;
    private final T nothing;

    Reader(Class<S> plain, Function<S, T> meaning) {
      this(plain, meaning, null);
    }

    /**
     * @param nothing what a value stands for that is missing or null
     */
    Reader(Class<S> plain, Function<S, T> meaning, T nothing) {
      this.plain = plain;
      this.meaning = meaning;
      this.nothing = nothing;
    }

    @Override
    public T getNullValue(DeserializationContext all) {
      return nothing;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext all) throws IOException {
      try {
        return meaning.apply(all.readValue(in, plain));
      } catch (DateTimeException | ArithmeticException e) {
        throw JsonMappingException.from(in, e.getMessage());
      }
    }
  }

  /** How values of a type are written. */
  private static final class Writer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<T, Object> plain;

    Writer(Class<T> type, Function<T, Object> plain) {
      super(type);
      this.plain = plain;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider all) throws IOException {
      out.writePOJO(plain.apply(value));
    }
  }

  /** A whole number without an exponent. */
  private static final class PlainNumber extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1;

    PlainNumber() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      if (value.stripTrailingZeros().scale() <= 0 && value.scale() >= -LONGEST_NUMBER) {
        out.writeNumber(value.toBigInteger());
      } else {
        out.writeNumber(value);
      }
    }
  }

  /** Without the digits that rounding spoils; a count with all that it has. */
  private static BigDecimal measure(double value) {
    return value == Math.rint(value) ? new BigDecimal(value) : Figures.exact(value);
  }

  /** Of facts digits are a number. */
  static Object factValue(String value) {
    return NUMBER.matcher(value).matches() ? Integer.valueOf(value) : value;
  }

  private static final class WithFactValues extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Object findSerializer(Annotated annotated) {
      return isValue(annotated) && annotated.getRawType() == String.class
          ? VALUE
          : super.findSerializer(annotated);
    }

    @Override
    public Object findContentSerializer(Annotated annotated) {
      return isValue(annotated) && Map.class.isAssignableFrom(annotated.getRawType())
          ? VALUE
          : super.findContentSerializer(annotated);
    }

    private static boolean isValue(Annotated annotated) {
      return annotated.hasAnnotation(FactValue.class);
    }
  }
}
