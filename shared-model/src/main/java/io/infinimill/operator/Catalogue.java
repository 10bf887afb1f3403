package io.infinimill.operator;

import io.infinimill.model.OperatorUse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operators of one stage by name. It binds a recipe's parameters to the components of the operator's record,
 * strictly: an unknown operator, and an unknown, missing or refused parameter are faults, and all of them are told at once.
 *
 * @param <T> the stage's operator interface; {@code Object} where a stage has several
 */
public final class Catalogue<T> {

    private final String stage;
    private final Map<String, Class<? extends T>> types = new TreeMap<>();

    /** @throws IllegalStateException when a type is no record, has a parameter of another type, or shares its name */
    public Catalogue(String stage, Collection<Class<? extends T>> types) {
        this.stage = stage;
        for (var type : types) {
            if (!type.isRecord()) {
                throw new IllegalStateException("operator " + type.getName() + " is no record");
            }
            for (var component : type.getRecordComponents()) {
                ParameterValue.typeName(component.getGenericType());
            }
            if (this.types.put(nameOf(type), type) != null) {
                throw new IllegalStateException("two operators are called " + nameOf(type));
            }
        }
    }

    /** The name by which a recipe uses an operator of this type. */
    public static String nameOf(Class<?> type) {
        return KebabCase.of(type.getSimpleName());
    }

    public List<OperatorDescription> describe() {
        return types.entrySet().stream()
                .map(entry -> new OperatorDescription(
                        entry.getKey(),
                        stage,
                        purpose(entry.getValue().getAnnotation(Purpose.class)),
                        Arrays.stream(entry.getValue().getRecordComponents())
                                .map(component -> new OperatorDescription.Parameter(
                                        KebabCase.of(component.getName()),
                                        ParameterValue.typeName(component.getGenericType()),
                                        purpose(component.getAnnotation(Purpose.class))))
                                .toList()))
                .toList();
    }

    /**
     * Binds all operators of the stage in their order.
     *
     * @throws InvalidRecipe with every fault
     */
    public List<T> bind(List<OperatorUse> uses) {
        var faults = new ArrayList<String>();
        var operators = new ArrayList<T>();
        for (var use : uses) {
            var type = types.get(use.operator());
            if (type == null) {
                faults.add("%s: unknown operator '%s'; known: %s%s"
                        .formatted(
                                stage,
                                use.operator(),
                                String.join(", ", types.keySet()),
                                Suggestion.of(use.operator(), types.keySet())));
            } else {
                bind(type, use, faults, operators);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRecipe(faults);
        }
        return List.copyOf(operators);
    }

    private void bind(Class<? extends T> type, OperatorUse use, List<String> faults, List<T> operators) {
        var components = type.getRecordComponents();
        var names = Arrays.stream(components)
                .map(component -> KebabCase.of(component.getName()))
                .toList();
        int before = faults.size();
        for (var given : use.parameters().keySet()) {
            if (!names.contains(given)) {
                faults.add("%s.%s: unknown parameter '%s'; known: %s%s"
                        .formatted(
                                stage, use.operator(), given, String.join(", ", names), Suggestion.of(given, names)));
            }
        }
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var name = names.get(i);
            if (!use.parameters().containsKey(name)) {
                faults.add("%s.%s: parameter '%s' is missing (%s); a recipe states every parameter"
                        .formatted(
                                stage, use.operator(), name, ParameterValue.typeName(components[i].getGenericType())));
                continue;
            }
            try {
                arguments[i] = ParameterValue.convert(
                        components[i].getGenericType(), use.parameters().get(name));
            } catch (IllegalArgumentException e) {
                faults.add("%s.%s: parameter '%s' %s".formatted(stage, use.operator(), name, e.getMessage()));
            }
        }
        if (faults.size() == before) {
            construct(type, use, arguments, faults, operators);
        }
    }

    private void construct(
            Class<? extends T> type, OperatorUse use, Object[] arguments, List<String> faults, List<T> operators) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            operators.add(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            faults.add("%s.%s: %s"
                    .formatted(stage, use.operator(), e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make operator " + use.operator(), e);
        }
    }

    private static String purpose(@Nullable Purpose purpose) {
        return purpose == null ? "" : purpose.value();
    }
}
