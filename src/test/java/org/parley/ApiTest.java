package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What others may build on is written down: a change of it is an edit of {@code api.txt}, which
 * somebody has to look at. To have it written anew, run the {@link #main}.
 */
class ApiTest {
  private static final Path WRITTEN_DOWN = Path.of("src/test/resources/api.txt");

  @Test
  void whatIsPublicIsWhatIsWrittenDown() throws IOException {
    assertThat(surface()).isEqualTo(Files.readString(WRITTEN_DOWN));
  }

  @Test
  void everyPublicTypeIsEitherApiOrMarkedAsInternal() {
    List<String> neither =
        publicTypes().filter(c -> status(c) == null).map(Class::getName).sorted().toList();

    assertThat(neither).isEmpty();
  }

  /** What the API hands out can be used without looking behind it. */
  @Test
  void noSignatureOfTheApiNamesAnInternalType() {
    Set<String> named = new TreeSet<>();
    publicTypes()
        .filter(ApiTest::isApi)
        .forEach(
            c -> {
              Stream.concat(
                      Arrays.stream(c.getDeclaredConstructors()),
                      Arrays.stream(c.getDeclaredMethods()))
                  .filter(m -> isOpen(m.getModifiers()) && !m.isSynthetic())
                  .forEach(
                      m -> {
                        if (m instanceof Method method) {
                          internal(method.getReturnType(), c, named);
                        }
                        Arrays.stream(m.getParameterTypes()).forEach(p -> internal(p, c, named));
                      });
            });

    assertThat(named).isEmpty();
  }

  private static void internal(Class<?> used, Class<?> by, Set<String> named) {
    if (used.getName().startsWith("org.parley") && !isApi(used)) {
      named.add(by.getName() + " names " + used.getName());
    }
  }

  private static boolean isApi(Class<?> type) {
    API.@Nullable Status status = status(type);
    return status != null
        && status != API.Status.INTERNAL
        && Modifier.isPublic(type.getModifiers());
  }

  /** That of the type, or else of what it stands in. */
  private static API.@Nullable Status status(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getDeclaringClass()) {
      if (c.isAnnotationPresent(API.class)) {
        return c.getAnnotation(API.class).status();
      }
    }
    API ofPackage = type.getPackage().getAnnotation(API.class);
    return ofPackage == null ? null : ofPackage.status();
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Those that can be reached: a public type within one that is not public cannot. */
  private static Stream<? extends Class<?>> publicTypes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.parley")
            .stream()
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .filter(
                c ->
                    c.getEnclosingClass() == null
                        || Modifier.isPublic(c.getEnclosingClass().getModifiers()))
            .sorted(Comparator.comparing(Class::getName));
  }

  private static String surface() {
    return publicTypes()
        .filter(ApiTest::isApi)
        .map(ApiTest::described)
        .collect(Collectors.joining("\n"));
  }

  private static String described(Class<?> type) {
    Set<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isOpen(field.getModifiers()) && !field.isSynthetic()) {
        members.add(short_(field.toGenericString()));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      member(constructor, members);
    }
    for (Method method : type.getDeclaredMethods()) {
      member(method, members);
    }
    return short_(type.toGenericString())
        + "\n"
        + members.stream().map(m -> "  " + m + "\n").collect(Collectors.joining());
  }

  private static void member(Executable member, Set<String> members) {
    if (isOpen(member.getModifiers()) && !member.isSynthetic()) {
      members.add(short_(member.toGenericString()));
    }
  }

  private static String short_(String text) {
    return text.replaceAll("\\bjava\\.(?:lang|util)\\.", "").replaceAll("\\borg\\.parley\\.", "");
  }

  /** Writes the surface anew. */
  public static void main(String[] args) throws IOException {
    Files.writeString(WRITTEN_DOWN, surface());
  }
}
