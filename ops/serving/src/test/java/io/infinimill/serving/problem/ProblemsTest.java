package io.infinimill.serving.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.serving.TestService;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

    private final TestService service = TestService.start();

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/things/%00",
                "/api/v1/things/a%2fb",
                "/api/v1/things/%zz",
                "/api/v1/things/%",
                "/api/v1/things/%ff",
                "/api/v1/things/a[b",
                "/api/v1/things/%5c",
                "/api/v1/things/../../../../x",
                "/api/v1/things?q=%ff",
                "/api/v1/things?q=%zz",
                "/api/v1/things?q=%",
                "/api/v1/things?q=%00"
            })
    void anAddressThatCannotBeReadIsAProblem(String address) throws Exception {
        var reply = raw("GET " + address + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400 ");
        assertThat(reply).contains("Content-Type: application/problem+json", "\"status\":400", "\"detail\":\"");
        assertThat(reply).doesNotContain("<html", "Tomcat", "Exception");
    }

    @Test
    void aRequestThatIsNoneIsAnsweredWithoutAPage() throws Exception {
        assertThat(raw("GET /api/v1/things HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource({"Ada%20%26%20Ben, Ada & Ben", "%C3%A9t%C3%A9, été", "100%25, 100%"})
    void aQueryThatIsTextIsRead(String sent, String read) throws Exception {
        assertThat(service.get("/api/v1/things?q=" + sent).body()).startsWith("things " + read + " ");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() throws Exception {
        var reply = service.get("/api/v1/thing");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body())
                .contains("there is nothing at /api/v1/thing; known here: /api/v1/things", "Maybe 'things'")
                .doesNotContain("static resource");
    }

    @Test
    void whatIsNotThereBelowAResourceIsToldApart() throws Exception {
        assertThat(service.get("/api/v1/things/1/colour").body())
                .contains("there is nothing at /api/v1/things/1/colour", "after /api/v1/things is misspelt");
    }

    @Test
    void thePageOfErrorsIsNoPage() throws Exception {
        var reply = service.get("/error");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).contains("\"status\":404").doesNotContain("999", "timestamp");
    }

    private String raw(String request) throws Exception {
        var address = service.address("/");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
