package io.infinimill.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip | GZIP
                    gzip, deflate, br, zstd | ZSTD
                    zstd;q=0, gzip;q=0.5 | GZIP
                    gzip;q=0.0 | IDENTITY
                    GZIP;q=1.0 | GZIP
                    br | IDENTITY
                    xgzip | IDENTITY
                    """)
    void accept_encoding_chooses(String header, Codec expected) {
        assertThat(Codec.accepted(header)).isEqualTo(expected);
    }
}
