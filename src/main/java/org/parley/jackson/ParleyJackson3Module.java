package org.parley.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.parley.report.json.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.Serializers;

/**
 * Jackson 3 writes and reads cases, advice and answers with it as the published schemas say. Found
 * by {@code JsonMapper.builder().findAndAddModules()}; needs {@code
 * tools.jackson.core:jackson-databind}, which Parley does not bring.
 */
public final class ParleyJackson3Module extends JacksonModule {

  @Override
  public String getModuleName() {
    return ParleyJackson3Module.class.getName();
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
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value form) {
      return OwnTypes.contains(type.getRawClass()) ? new AsTree() : null;
    }
  }

  private static final class AsTree extends ValueSerializer<Object> {

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext all) {
      // the other Jackson's trees are strangers to this one; a text is none
      all.writeTree(out, JsonMapper.shared().readTree(Json.tree(value).toString()));
    }
  }

  private static final class Read extends Deserializers.Base {

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return hasDeserializerFor(config, type.getRawClass())
          ? new FromTree(type.getRawClass())
          : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return OwnTypes.contains(type);
    }
  }

  private static final class FromTree extends ValueDeserializer<Object> {
    private final Class<?> type;

    FromTree(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext all) {
      try {
        return Json.read(all.readTree(in).toString(), type);
      } catch (JsonProcessingException e) {
        throw DatabindException.from(in, e.getOriginalMessage());
      }
    }
  }
}
