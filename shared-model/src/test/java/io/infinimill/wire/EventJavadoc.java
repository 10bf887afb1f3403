package io.infinimill.wire;

import io.infinimill.model.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the Javadoc of a record of {@code io.infinimill.model} says, as plain text. */
record EventJavadoc(String summary, Map<String, String> components) {

    private static final Path SOURCES = Path.of("src/main/java/io/infinimill/model");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+(?:\\w*#)?([^{}]+)}");

    static EventJavadoc of(Class<?> type) {
        var source = source(type);
        int end = source.lastIndexOf("*/", source.indexOf("public record " + type.getSimpleName()));
        var text = source.substring(source.lastIndexOf("/**", end) + 3, end)
                .replaceAll("(?m)^\\s*\\*\\s?", "")
                .replaceAll("\\s+", " ");
        var parts = text.split(" @param ");
        var components = new HashMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            var words = parts[i].split(" ", 2);
            components.put(words[0], plain(words[1]));
        }
        return new EventJavadoc(plain(parts[0]), components);
    }

    private static String plain(String javadoc) {
        var text = CODE.matcher(javadoc).replaceAll("$1");
        return LINK.matcher(text)
                .replaceAll(link -> topic(link.group(1)))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The name of the topic whose constant a link names, else the link's own text. */
    private static String topic(String link) {
        try {
            return (String) Topics.class.getField(link).get(null);
        } catch (ReflectiveOperationException e) {
            return link;
        }
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
