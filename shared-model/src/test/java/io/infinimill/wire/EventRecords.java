package io.infinimill.wire;

import io.infinimill.model.Topics;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that events are made of, by reflection. */
final class EventRecords {

    /** Hand-written recipes leave it out where an operator has no parameters, so a reader takes absent for empty. */
    private static final Set<String> MAY_BE_ABSENT = Set.of("OperatorUse.parameters");

    private EventRecords() {}

    /** The records of all events. */
    static Set<Class<?>> all() {
        var found = new LinkedHashSet<Class<?>>();
        Topics.EVENTS.values().forEach(event -> collect(event, found));
        return found;
    }

    /** The event and the records it is made of. */
    static Set<Class<?>> of(Class<?> event) {
        var found = new LinkedHashSet<Class<?>>();
        collect(event, found);
        return found;
    }

    static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !MAY_BE_ABSENT.contains(name(component));
    }

    static boolean isRecord(Type type) {
        return type instanceof Class<?> raw && raw.isRecord();
    }

    /** {@code Type.component}, as a refusal names it. */
    static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** The type itself, or what a list or a map by name is made of. */
    static List<Type> parts(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return List.of(type);
        }
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return parts(arguments[0]);
        }
        return generic.getRawType() == Map.class && arguments[0] == String.class
                ? parts(arguments[1])
                : List.of(generic.getRawType());
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (found.add(type)) {
            Arrays.stream(type.getRecordComponents())
                    .flatMap(component -> parts(component.getGenericType()).stream())
                    .flatMap(part -> isRecord(part) ? Stream.of((Class<?>) part) : Stream.empty())
                    .forEach(part -> collect(part, found));
        }
    }
}
