package io.infinimill.serving.problem;

import io.infinimill.wire.Wire;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A problem detail (RFC 9457) from where Spring does not answer. */
public record Problem(int status, String title, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(bytes());
    }

    byte[] bytes() {
        var json = Wire.MAPPER.createObjectNode();
        json.put("type", "about:blank");
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        return Wire.MAPPER.writeValueAsBytes(json);
    }
}
