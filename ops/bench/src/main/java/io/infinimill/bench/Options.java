package io.infinimill.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code --name value} pairs, {@code --name} switches, and at most one word without a name. */
record Options(Map<String, String> values) {

    static final String WORD = "";

    /** @throws IllegalArgumentException for a name that is in neither set, or a missing value */
    static Options parse(List<String> arguments, Set<String> named, Set<String> switches) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var name = argument.startsWith("--") ? argument.substring(2) : WORD;
            if (name.equals(WORD)) {
                values.put(WORD, argument);
            } else if (switches.contains(name)) {
                values.put(name, "");
            } else if (!named.contains(name)) {
                var known = new TreeSet<>(named);
                known.addAll(switches);
                throw new IllegalArgumentException("unknown option %s; known: %s".formatted(argument, known));
            } else if (++i == arguments.size()) {
                throw new IllegalArgumentException(argument + " wants a value");
            } else {
                values.put(name, arguments.get(i));
            }
        }
        return new Options(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        var text = text(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--%s wants a whole number and is '%s'".formatted(name, text), e);
        }
    }

    /** @throws IllegalArgumentException when the file is not there */
    Optional<Path> file(String name) {
        var file = find(name).map(Path::of);
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new IllegalArgumentException("there is no readable file " + path);
        });
        return file;
    }
}
