package io.infinimill.dataset.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line: every field in every line, in the order of the record's components. */
final class JsonLines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonLines() {}

    static <T> void write(Stream<T> rows, OutputStream out, Function<T, Record> line) throws IOException {
        for (Iterator<T> each = rows.iterator(); each.hasNext(); ) {
            out.write(MAPPER.writeValueAsBytes(line.apply(each.next())));
            out.write('\n');
        }
    }
}
