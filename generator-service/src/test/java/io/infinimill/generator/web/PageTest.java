package io.infinimill.generator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private final List<Integer> numbers = IntStream.range(0, 250).boxed().toList();

    @Test
    void showsEverythingOnceFromCursorToCursor() {
        var shown = new ArrayList<Integer>();
        var page = page("");
        shown.addAll(page.items());
        while (page.next() != null) {
            page = page(page.next());
            shown.addAll(page.items());
        }

        assertThat(shown).isEqualTo(numbers);
    }

    @Test
    void refusesACursorThatIsNone() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> page("?"))
                .withMessage("'?' is no cursor of this list. Maybe start without one");
    }

    private Page<Integer> page(String cursor) {
        return Page.of(
                size -> {
                    int from = (int) Page.number(cursor) + 1;
                    return numbers.subList(from, Math.min(from + size, numbers.size()));
                },
                String::valueOf);
    }
}
