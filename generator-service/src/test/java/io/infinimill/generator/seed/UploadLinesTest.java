package io.infinimill.generator.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                .containsExactly("{\"a\": 1}", "{\"a\": 2}");
    }

    @Test
    void leavesABrokenElementToTheFormatAndGoesOn() throws IOException {
        assertThat(read("[{\"a\": 1},\n {\"a\": oops},\n {\"a\": \"x},\n {\"b\": [\"]\\\"\"]}]"))
                .containsExactly(
                        new UploadLines.Line(1, "{\"a\": 1}", null),
                        new UploadLines.Line(2, "{\"a\": oops}", null),
                        new UploadLines.Line(3, "{\"a\": \"x},\n {\"b\": [\"]\\\"\"]}]", null),
                        new UploadLines.Line(4, null, "the array has no end. Maybe the upload was cut off"));
    }

    @Test
    void saysWhatComesBehindAnArray() throws IOException {
        assertThat(read("[{\"a\": 1}]\n{\"a\": 2}"))
                .last()
                .isEqualTo(new UploadLines.Line(2, null, "there is text after the end of the array"));
    }

    @Test
    void skipsAnElementThatIsTooLong() throws IOException {
        assertThat(read("[{\"a\": \"" + "x".repeat(UploadLines.LONGEST) + "\"},\n{\"a\": 2}]"))
                .extracting(UploadLines.Line::fault)
                .containsExactly("the line has 1,048,585 bytes, more than 1,048,576", null);
    }

    @Test
    void readsQuotedCsvOverSeveralLines() throws IOException {
        assertThat(read("\"Question\",Answer\r\n\"Ida says \"\"9\"\".\n\nHow many?\",\r\n\nBen,7"))
                .containsExactly(
                        new UploadLines.Line(
                                2, "{\"Question\":\"Ida says \\\"9\\\".\\n\\nHow many?\",\"Answer\":\"\"}", null),
                        new UploadLines.Line(6, "{\"Question\":\"Ben\",\"Answer\":\"7\"}", null));
    }

    @Test
    void losesOneRowOfCsvToABrokenQuote() throws IOException {
        assertThat(read("q,a\nx,1\n\"y,2\nz,3\n\"v\"w,4\nu,5,6\nt 5\" pipe,7\n"))
                .containsExactly(
                        new UploadLines.Line(2, "{\"q\":\"x\",\"a\":\"1\"}", null),
                        new UploadLines.Line(
                                3, null, "no CSV row: there is text between a closing quote and the next comma"),
                        new UploadLines.Line(4, "{\"q\":\"z\",\"a\":\"3\"}", null),
                        new UploadLines.Line(
                                5, null, "no CSV row: there is text between a closing quote and the next comma"),
                        new UploadLines.Line(6, null, "the row has 3 fields, the header 2"),
                        new UploadLines.Line(7, "{\"q\":\"t 5\\\" pipe\",\"a\":\"7\"}", null));
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() throws IOException {
        assertThat(read("q,a\n\"y,2\n" + "z,3\n".repeat(1000)))
                .hasSize(1001)
                .startsWith(new UploadLines.Line(2, null, "no CSV row: a quote is opened and not closed"));
    }

    @Test
    void saysWhatIsNoText() throws IOException {
        assertThat(read("\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE)))
                .singleElement()
                .extracting(UploadLines.Line::fault)
                .isEqualTo("the upload is UTF-16. Maybe convert it first: iconv -f UTF-16 -t UTF-8");
        assertThat(read(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
                .singleElement()
                .extracting(UploadLines.Line::fault)
                .isEqualTo("the upload is compressed. Maybe add the header Content-Encoding: gzip");
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
