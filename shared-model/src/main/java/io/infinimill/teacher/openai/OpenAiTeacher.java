package io.infinimill.teacher.openai;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;

/**
 * Asks over HTTP, {@code POST /chat/completions}. Connections are kept and used again; a request has one limit of time,
 * which a reply that drips does not stretch.
 */
public final class OpenAiTeacher implements Teacher {

    private static final int MOST_BYTES = 64 << 20;

    private final OpenAiSettings settings;
    private final URI completions;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    public OpenAiTeacher(OpenAiSettings settings) {
        this.settings = settings;
        completions = settings.completions();
        client = Connections.open(settings);
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        var post = new HttpPost(completions);
        post.setEntity(
                new ByteArrayEntity(new RequestJson(settings.model(), request).bytes(), ContentType.APPLICATION_JSON));
        var authorization = settings.key().authorization();
        if (authorization != null) {
            post.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        try (var deadline = deadlines.start(settings.timeout(), post::cancel)) {
            try {
                return ReplyJson.read(client.execute(post, OpenAiTeacher::body), settings.model());
            } catch (FailedStatus failed) {
                throw failed.failure.exception(InstantSource.system());
            } catch (IOException | IllegalStateException e) {
                if (Thread.interrupted()) {
                    throw interruption(e);
                }
                throw deadline.isOver() ? timedOut(e) : lost(e);
            }
        }
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity, MOST_BYTES);
        if (response.getCode() != HttpStatus.SC_OK) {
            var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            throw new FailedStatus(new Failure(
                    response.getCode(),
                    new String(body, StandardCharsets.UTF_8),
                    retryAfter == null ? null : retryAfter.getValue()));
        }
        return body;
    }

    private TeacherException lost(Exception e) {
        return switch (e) {
            case ConnectTimeoutException unreached -> unavailable(unreached);
            case InterruptedIOException slow -> timedOut(slow);
            case ConnectionClosedException cut ->
                new TeacherException.Unreadable("the reply ended before its announced length", cut);
            default -> unavailable(e);
        };
    }

    private TeacherException timedOut(Exception e) {
        return new TeacherException.TimedOut(
                "%s gave no whole reply in %s".formatted(settings.address(), settings.timeout()), e);
    }

    private TeacherException unavailable(Exception e) {
        return new TeacherException.Unavailable("%s: %s".formatted(settings.address(), e.getMessage()), e);
    }

    private static InterruptedException interruption(Exception e) {
        var interruption = new InterruptedException("interrupted while a teacher was asked");
        interruption.initCause(e);
        return interruption;
    }

    @Override
    public void close() {
        deadlines.close();
        client.close(CloseMode.IMMEDIATE);
    }

    @Override
    public String toString() {
        return "OpenAiTeacher[%s, %s]".formatted(settings.address(), settings.model());
    }

    /** Carries a failure out of the response handler. */
    private static final class FailedStatus extends IOException {

        private static final long serialVersionUID = 1;

        private final transient Failure failure;

        FailedStatus(Failure failure) {
            this.failure = failure;
        }
    }
}
