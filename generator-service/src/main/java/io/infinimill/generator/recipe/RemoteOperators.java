package io.infinimill.generator.recipe;

import io.infinimill.generator.web.Unavailable;
import io.infinimill.model.OperatorUse;
import io.infinimill.operator.OperatorDescription;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The operators of a stage that another service runs, asked over HTTP. */
final class RemoteOperators implements StageOperators {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String stage;
    private final RecipeSettings settings;
    private final URI base;

    RemoteOperators(String stage, URI base, RecipeSettings settings) {
        this.stage = stage;
        this.base = base;
        this.settings = settings;
    }

    /** The body of a refusal. */
    record Refusal(List<String> faults) {}

    @Override
    public String stage() {
        return stage;
    }

    @Override
    public List<OperatorDescription> describe() {
        var reply = send(request("").GET());
        if (reply.statusCode() != 200) {
            throw refused(reply.statusCode());
        }
        return Wire.MAPPER.readValue(reply.body(), new TypeReference<List<OperatorDescription>>() {});
    }

    @Override
    public List<String> faults(List<OperatorUse> uses) {
        var reply = send(request("/bindings")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.write(uses))));
        return switch (reply.statusCode()) {
            case 200, 204 -> List.of();
            case 422 -> Wire.MAPPER.readValue(reply.body(), Refusal.class).faults();
            default -> throw refused(reply.statusCode());
        };
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/operators/" + stage + path))
                .timeout(settings.timeout());
        return settings.apiKey() == null ? request : request.header("X-API-Key", settings.apiKey());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("the request was interrupted");
        }
    }

    private Unavailable unreachable(String why) {
        return new Unavailable("the %s service at %s cannot check the recipe: %s. Maybe it is starting; try again"
                .formatted(stage, base, why));
    }

    private Unavailable refused(int status) {
        return status == 401 || status == 403
                ? new Unavailable(
                        "the %s service at %s answers %d to this one. Maybe INFINIMILL_SERVICE_KEY is not the same for both"
                                .formatted(stage, base, status))
                : unreachable("it answers " + status);
    }
}
