package io.infinimill.serving.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Tomcat refuses by itself, such as an address with %2f, in place of its page. */
final class RefusedAddress extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAddress.class);
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problem(response.getStatus()).write(response.getResponse());
            response.finishResponse();
        } catch (java.io.IOException gone) {
            LOG.debug("The caller did not wait for the answer {}", response.getStatus(), gone);
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 ->
                new Problem(
                        status,
                        "The address cannot be read",
                        "the address, or a header, has a character or an escape that none has here.\n"
                                + "Maybe write '%' as %25, and leave out '/', '\\' and zero characters in names");
            case 404 -> new Problem(status, "Not found", "there is nothing at this address");
            default ->
                status < FIRST_FAILURE
                        ? new Problem(status, "The request is refused", "the server does not take this request")
                        : new Problem(status, "The request failed", "the log of the server says more");
        };
    }
}
