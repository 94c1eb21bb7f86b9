package org.parley.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.report.json.Json;

/**
 * Jackson 2 writes and reads cases, advice and answers with it as the published schemas say. Found
 * by {@code ObjectMapper.findAndRegisterModules()}.
 */
public final class ParleyModule extends Module {

  @Override
  public String getModuleName() {
    return ParleyModule.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Written());
    context.addDeserializers(new Read());
  }

  private static final class Written extends Serializers.Base {

    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return OwnTypes.contains(type.getRawClass()) ? new AsTree() : null;
    }
  }

  private static final class AsTree extends JsonSerializer<Object> {

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      all.defaultSerializeValue(Json.tree(value), out);
    }

    /** The forms are closed: nothing is written of the type. */
    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializerProvider all, TypeSerializer type)
        throws IOException {
      serialize(value, out, all);
    }
  }

  private static final class Read extends Deserializers.Base {

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return OwnTypes.contains(type.getRawClass()) ? new FromTree(type.getRawClass()) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return OwnTypes.contains(type);
    }
  }

  private static final class FromTree extends JsonDeserializer<Object> {
    private final Class<?> type;

    FromTree(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext all) throws IOException {
      return Json.read(all.readTree(in), type);
    }
  }
}
