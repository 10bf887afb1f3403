package io.infinimill.generator.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadLinesTest {

    @Test
    void numbersLinesAndPassesOverEmptyOnes() throws IOException {
        assertThat(read("{\"a\":1}\n\n{\"a\":2}"))
                .containsExactly(
                        new UploadLines.Line(1, "{\"a\":1}", null), new UploadLines.Line(3, "{\"a\":2}", null));
    }

    @Test
    void skipsALineThatIsTooLongAndGoesOn() throws IOException {
        var lines = read("{\"a\":1}\n" + "x".repeat(UploadLines.LONGEST + 5) + "\n{\"a\":2}\n");

        assertThat(lines)
                .extracting(UploadLines.Line::fault)
                .containsExactly(null, "the line has 1,048,581 bytes, more than 1,048,576", null);
    }

    @Test
    void saysWhichLineIsNotUtf8() throws IOException {
        var bytes = "{\"a\":1}\n{\"b\":\"?\"}\n".getBytes(UTF_8);
        bytes[14] = (byte) 0xFF;

        assertThat(read(bytes)).last().isEqualTo(new UploadLines.Line(2, null, "the line is not UTF-8"));
    }

    @Test
    void readsAnArrayElementByElement() throws IOException {
        assertThat(read("[\n {\"a\": 1},\n {\"a\": 2}\n]"))
                .extracting(UploadLines.Line::text)
                .containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void keepsWhatCameBeforeABrokenElement() throws IOException {
        var lines = read("[{\"a\": 1}, {\"a\": oops}]");

        assertThat(lines.getFirst().text()).isEqualTo("{\"a\":1}");
        assertThat(lines.getLast().fault()).startsWith("the rest cannot be read: ");
    }

    @Test
    void readsCsvWithAHeader() throws IOException {
        assertThat(read("Question,Answer\n\"Ida, 9\",7.0\n"))
                .extracting(UploadLines.Line::text)
                .containsExactly("{\"Question\":\"Ida, 9\",\"Answer\":\"7.0\"}");
    }

    private static List<UploadLines.Line> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private static List<UploadLines.Line> read(byte[] bytes) throws IOException {
        var lines = new ArrayList<UploadLines.Line>();
        UploadLines.read(new ByteArrayInputStream(bytes), lines::add);
        return lines;
    }
}
