package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path COMMITTED = Repository.ROOT.resolve("ops/configuration.md");

    /** With {@code -Dinfinimill.write=true} it writes the file instead. */
    @Test
    void theReferenceIsWhatTheSettingsRecordsSay() throws IOException {
        var generated = ConfigurationReference.generate();
        if (Boolean.getBoolean("infinimill.write")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(COMMITTED)
                .as("./infinimill test -pl ops/e2e -am -Dtest=ConfigurationReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dinfinimill.write=true writes it anew")
                .hasContent(generated);
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        assertThat(ConfigurationReference.settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(setting.description())
                        .as("@param of " + setting.name())
                        .isNotBlank());
    }
}
