package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.job.Jobs;
import io.infinimill.generator.job.Probe.Probed;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Seed;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.SandboxSettings;
import io.infinimill.wire.Wire;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProbeSeedsTest {

    private static final TestGenerator GENERATOR = new TestGenerator();
    private static final List<Seed> SEEDS = List.of(
            Seed.of(
                    "sums",
                    "gsm8k",
                    "Ada has 3 shells and finds 14 more. How many shells has she now?",
                    "17",
                    "She has 3 + 14 = <<3+14=17>>17 shells."),
            Seed.of(
                    "sums",
                    "gsm8k",
                    "Ben has 5 pears and buys 12 more. How many pears has he now?",
                    "18",
                    "He has 5 + 12 = <<5+12=17>>17 pears."));

    @AfterAll
    static void stop() {
        GENERATOR.close();
    }

    @Test
    void leavesAllSeedsUndecidedWhileTheSandboxIsAwayAndDecidesThemLater() throws Exception {
        var away = ProcessSandbox.start(SandboxSettings.standard());
        away.close();
        var probeWithout = new ProbeSeeds(
                GENERATOR.bean(GenerateOperators.class),
                new VerifyTemplates(GENERATOR.bean(Templates.class), away),
                GENERATOR.bean(TeachTemplates.class),
                GENERATOR.bean(Templates.class));

        assertThat(probeWithout.of(job(), SEEDS)).isEqualTo(new Probed(0, 0));
        assertThat(GENERATOR.bean(ProbeSeeds.class).of(job(), SEEDS)).isEqualTo(new Probed(2, 1));
    }

    private static Job job() {
        GENERATOR.jdbc().update("""
                        insert into generator.job (id, recipe, recipe_hash, dataset, state, created_at)
                        values ('probed', ?::jsonb, 'hash', 'probed', 'paused', now()) on conflict do nothing
                        """, Wire.MAPPER.writeValueAsString(TestGenerator.RECIPE));
        return GENERATOR.bean(Jobs.class).find("probed").orElseThrow();
    }
}
