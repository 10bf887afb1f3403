package io.infinimill.e2e;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The HTTP interface as a caller sees it: every reply is handed back, also a refusal. */
record Api(String address, @Nullable String key) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Api(String address) {
        this(address, null);
    }

    /** The same, with a key in each request. */
    Api withKey(String sent) {
        return new Api(address, sent);
    }

    /** A reply with its body as text. */
    record Reply(int status, String mediaType, String body) {

        JsonNode json() {
            return Wire.MAPPER.readTree(body);
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Reply post(String path, String mediaType, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", mediaType).POST(body));
    }

    Reply postJson(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return key == null ? request : request.header("X-API-Key", key);
    }

    private static Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = HTTP.send(request.build(), BodyHandlers.ofString());
        var mediaType = reply.headers().firstValue("Content-Type").orElse("");
        return new Reply(reply.statusCode(), mediaType, reply.body());
    }
}
