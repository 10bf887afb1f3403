package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.model.OperatorUse;
import io.infinimill.model.Topics;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in an event, and what a reader does without it. */
class EventShapeTest {

    private static final Set<Type> ATOMS = Set.of(
            String.class, Integer.class, Long.class, Double.class, Boolean.class, BigDecimal.class, Object.class);

    @Test
    void everyTopicHasAnEventAndEveryWorkTopicIsOne() {
        var topics = Arrays.stream(Topics.class.getFields())
                .filter(field ->
                        field.getType() == String.class && !field.getName().equals("DEAD_LETTER_SUFFIX"))
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(Topics.EVENTS.keySet())
                .containsExactlyInAnyOrderElementsOf(topics)
                .containsAll(Topics.WORK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void aFieldIsTextABoxedNumberOrMadeOfThem(String name, RecordComponent component) {
        assertThat(EventRecords.parts(component.getGenericType()))
                .as("%s: enums, primitives, Optional, Instant and the like break other languages or old readers", name)
                .allMatch(type -> ATOMS.contains(type) || EventRecords.isRecord(type));
        assertThat(component.getAnnotations())
                .as("%s: the component's name is the schema", name)
                .isEmpty();
    }

    @Test
    void noJavaTypeNameIsOnTheWire() {
        assertThat(Examples.byFile().values()).allSatisfy(event -> {
            var json = new String(Wire.write(event), StandardCharsets.UTF_8);
            assertThat(json).doesNotContain("io.infinimill", "java.", "@class", "@type");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requiredFields")
    void aMissingRequiredFieldIsRefusedByName(String field, Class<? extends Record> event, String pointer) {
        for (boolean explicitNull : new boolean[] {false, true}) {
            var json = Wire.MAPPER.valueToTree(full(event));
            var parent = (ObjectNode) json.at(pointer.substring(0, pointer.lastIndexOf('/')));
            var component = pointer.substring(pointer.lastIndexOf('/') + 1);
            assertThat(parent.has(component)).as("%s at %s", field, pointer).isTrue();
            if (explicitNull) {
                parent.putNull(component);
            } else {
                parent.remove(component);
            }

            assertThatThrownBy(() -> Wire.read(Wire.write(json), event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a %s: %s is missing", event.getSimpleName(), field);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionalFields")
    void anOptionalFieldMayBeAbsentOrNull(String field, Class<? extends Record> event, String pointer) {
        var absent = Wire.MAPPER.valueToTree(full(event));
        ((ObjectNode) absent.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                .remove(pointer.substring(pointer.lastIndexOf('/') + 1));
        var isNull = Wire.MAPPER.valueToTree(full(event));
        ((ObjectNode) isNull.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                .putNull(pointer.substring(pointer.lastIndexOf('/') + 1));

        assertThat(Wire.read(Wire.write(absent), event)).as(field).isEqualTo(Wire.read(Wire.write(isNull), event));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void aNullInsideAListOrMapIsRefusedByName(String field, Class<? extends Record> event, String pointer) {
        var json = Wire.MAPPER.valueToTree(full(event));
        var container = json.at(pointer);
        String place;
        if (container instanceof ObjectNode map) {
            place = "." + map.propertyNames().iterator().next();
            map.putNull(place.substring(1));
        } else {
            place = "[0]";
            ((ArrayNode) container).insertNull(0);
        }

        assertThatThrownBy(() -> Wire.read(Wire.write(json), event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a %s: %s%s is missing", event.getSimpleName(), field, place);
    }

    static Stream<Arguments> components() {
        return EventRecords.all().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> Arguments.of(EventRecords.name(component), component));
    }

    static Stream<Arguments> requiredFields() {
        return places().filter(place -> EventRecords.isRequired(place.component()))
                .map(Place::arguments);
    }

    static Stream<Arguments> optionalFields() {
        return places().filter(place -> !EventRecords.isRequired(place.component()))
                .map(Place::arguments);
    }

    static Stream<Arguments> containers() {
        return places().filter(place -> place.component().getGenericType() instanceof ParameterizedType
                        && place.component().getDeclaringRecord() != OperatorUse.class)
                .map(Place::arguments);
    }

    private static Record full(Class<?> event) {
        return Examples.full().stream().filter(event::isInstance).findFirst().orElseThrow();
    }

    /** Where a component first stands in the full example of an event. */
    private record Place(RecordComponent component, Class<? extends Record> event, String pointer) {
        Arguments arguments() {
            return Arguments.of(EventRecords.name(component), event, pointer);
        }
    }

    private static Stream<Place> places() {
        return Topics.EVENTS.values().stream().flatMap(event -> {
            var places = new ArrayList<Place>();
            walk(event, event, "", Wire.MAPPER.valueToTree(full(event)), places);
            return places.stream();
        });
    }

    private static void walk(
            Class<?> type, Class<? extends Record> event, String pointer, JsonNode node, List<Place> places) {
        for (var component : type.getRecordComponents()) {
            var child = pointer + "/" + component.getName();
            places.add(new Place(component, event, child));
            var part = EventRecords.parts(component.getGenericType()).getFirst();
            if (EventRecords.isRecord(part)) {
                var value = node.get(component.getName());
                walk(
                        (Class<?>) part,
                        event,
                        child + (value.isArray() ? "/0" : ""),
                        value.isArray() ? value.get(0) : value,
                        places);
            }
        }
    }
}
