package io.infinimill.filter;

/**
 * A template as the filters see it.
 *
 * @param generalQuestion the problem with placeholders {@code {name}} for its numbers
 */
public record AnnouncedTemplate(String id, String generalQuestion) {}
