package io.infinimill.serving.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Answers 400 to a query that is no text, before the first to look at a parameter trips over it. */
final class CheckQuery implements Filter {

    private static final int ESCAPE = 3;
    private static final int HEXADECIMAL = 16;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = ((HttpServletRequest) request).getQueryString();
        var fault = query == null || query.indexOf('%') < 0 ? null : fault(query);
        if (fault == null) {
            chain.doFilter(request, response);
        } else {
            new Problem(HttpServletResponse.SC_BAD_REQUEST, "The address cannot be read", fault)
                    .write((HttpServletResponse) response);
        }
    }

    /** Why the query is no text, or null. */
    static @Nullable String fault(String query) {
        var bytes = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) != '%') {
                bytes.write(query.charAt(i));
                continue;
            }
            int value = escaped(query, i);
            if (value < 0) {
                return "the query has '%' without two hexadecimal digits.\nMaybe write '%' as %25";
            }
            if (value == 0) {
                return "the query has a character %00, which no name and no text has here";
            }
            bytes.write(value);
            i += ESCAPE - 1;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return null;
        } catch (CharacterCodingException noText) {
            return "the escapes of the query are not UTF-8.\nMaybe it was escaped in another encoding";
        }
    }

    private static int escaped(String query, int at) {
        if (at + ESCAPE > query.length()) {
            return -1;
        }
        int high = Character.digit(query.charAt(at + 1), HEXADECIMAL);
        int low = Character.digit(query.charAt(at + 2), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
