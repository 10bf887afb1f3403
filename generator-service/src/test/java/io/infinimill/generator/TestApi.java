package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.recipe.RecipeSettings;
import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The generator's HTTP interface over a real database, without a server. */
public final class TestApi implements AutoCloseable {

    private static final Pattern NOT_TESTED = Pattern.compile(
            "(?!io\\.infinimill\\.generator\\.(?!job\\.JobEvent)(.*\\.\\w+Resource|recipe\\..*|web\\..*)$).*");

    private final TestGenerator generator = new TestGenerator();
    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final MockMvc mvc;

    @EnableWebMvc
    static final class Web {}

    @ControllerAdvice
    @Order(0)
    static final class StandardProblems extends ResponseEntityExceptionHandler {}

    public TestApi() {
        var nowhere = URI.create("http://localhost:1");
        context.setParent(generator.context());
        context.registerBean(
                RecipeSettings.class, () -> new RecipeSettings(nowhere, nowhere, Duration.ofSeconds(1), null));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(NOT_TESTED));
        scanner.scan("io.infinimill.generator");
        context.registerBean(Web.class);
        context.registerBean(StandardProblems.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBeansOfType(Filter.class).values().toArray(Filter[]::new))
                .build();
    }

    /** An answer: its status, its media type without parameters, and its text. */
    public record Answer(int status, String type, String body) {

        /** Checks that it is a problem detail with this status, and what it says. */
        public void isProblem(int wanted, String... said) {
            assertThat(status).as(body).isEqualTo(wanted);
            assertThat(type).isEqualTo("application/problem+json");
            assertThat(body).contains(said).doesNotContain("Exception", "java.", "org.springframework", "#UNKNOWN");
        }
    }

    public Answer get(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(URI.create("/api/v1" + path)));
    }

    public Answer json(String path, String body) throws Exception {
        return post(path, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public Answer post(String path, byte[] body, String type, String... header) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create("/api/v1" + path))
                .contentType(type)
                .content(body);
        for (int i = 0; i < header.length; i += 2) {
            request.header(header[i], header[i + 1]);
        }
        return send(request);
    }

    private Answer send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        var type = response.getContentType();
        return new Answer(
                response.getStatus(),
                type == null ? "" : type.replaceFirst(";.*", ""),
                response.getContentAsString(StandardCharsets.UTF_8));
    }

    public <T> T bean(Class<T> type) {
        return generator.bean(type);
    }

    @Override
    public void close() {
        context.close();
        generator.close();
    }
}
