package io.infinimill.standalone;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The HTTP API as an outside caller uses it. */
public final class ApiClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final @Nullable String key;

    public ApiClient(String address, @Nullable String key) {
        this.address = address;
        this.key = key;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(request(path).GET());
    }

    public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Wire.MAPPER.writeValueAsBytes(body))));
    }

    public JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        return json(request(path).POST(BodyPublishers.ofFile(file)));
    }

    public void download(String path, Path file) throws IOException, InterruptedException {
        var reply = http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        requireSuccess(reply, file.toString());
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = http.send(request.build(), BodyHandlers.ofString());
        requireSuccess(reply, reply.body());
        return Wire.MAPPER.readTree(reply.body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        return key == null ? request : request.header("X-API-Key", key);
    }

    private static void requireSuccess(HttpResponse<?> reply, String body) throws IOException {
        if (reply.statusCode() >= 300) {
            throw new IOException(
                    "%s %s answers %d: %s".formatted(reply.request().method(), reply.uri(), reply.statusCode(), body));
        }
    }
}
