package io.infinimill.filter;

/** A record to send, and where. */
final class Outcome {

    private final String topic;
    private final byte[] event;

    Outcome(String topic, byte[] event) {
        this.topic = topic;
        this.event = event;
    }

    String topic() {
        return topic;
    }

    boolean isFor(String topic) {
        return this.topic.equals(topic);
    }

    byte[] event() {
        return event;
    }
}
