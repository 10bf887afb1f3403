package io.infinimill.teacher;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** One turn of a chat. */
public record Message(Role role, List<Part> parts) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** Text or image. */
    public sealed interface Part {}

    public record Text(String text) implements Part {}

    /**
     * An image inside the request; teachers fetch no addresses.
     *
     * @param mediaType such as {@code image/png}
     */
    public record Image(String mediaType, String base64) implements Part {

        public static Image of(String mediaType, byte[] bytes) {
            return new Image(mediaType, Base64.getEncoder().encodeToString(bytes));
        }

        public String dataUrl() {
            return "data:" + mediaType + ";base64," + base64;
        }

        @Override
        public String toString() {
            return "Image[" + mediaType + ", " + base64.length() + " characters]";
        }
    }

    public Message {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a message of role %s has no parts".formatted(role));
        }
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, List.of(new Text(text)));
    }

    public static Message user(String text) {
        return new Message(Role.USER, List.of(new Text(text)));
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, List.of(new Text(text)));
    }

    /** The text of all text parts, images left out. */
    public String text() {
        return parts.stream()
                .filter(Text.class::isInstance)
                .map(part -> ((Text) part).text())
                .collect(Collectors.joining("\n"));
    }
}
