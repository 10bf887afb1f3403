package io.infinimill.generator.seed;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the shipped seed set {@code primer} available: our own problems over grade-school mathematics. */
@Component
class PrimerSeedSet implements ApplicationRunner {

    static final String NAME = "primer";

    private final SeedUpload upload;

    PrimerSeedSet(SeedUpload upload) {
        this.upload = upload;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (var lines = PrimerSeedSet.class.getResourceAsStream("/seeds/primer.jsonl")) {
            if (lines == null) {
                throw new IllegalStateException("the shipped seed set /seeds/primer.jsonl is not on the class path");
            }
            var report = upload.store(NAME, "gsm8k", lines);
            if (report.rejectedLines() > 0) {
                throw new IllegalStateException("the shipped seed set has bad lines: " + report.rejected());
            }
        }
    }
}
