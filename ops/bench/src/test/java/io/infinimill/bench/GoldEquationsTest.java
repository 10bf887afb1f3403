package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldEquationsTest {

    private static final String FILE = """
            Question,Numbers,Equation,Answer,Body,Ques
            q,18 10,- number1 number0,-8.0,tom ate number0 figs . ann ate number1 figs .,how many more did ann eat ?
            """;

    @TempDir
    Path folder;

    @Test
    void hidesTheMasksFromTheProduct() throws IOException {
        assertThat(gold().line())
                .contains("\"Equation\":\"( 10 - 18 )\"", "tom ate 18 figs .", "\"Answer\":\"-8\"")
                .doesNotContain("number");
    }

    @Test
    void readsTheNumbersOfAnInstanceFromItsText() throws IOException {
        assertThat(gold().answerOf("tom ate 3 figs . ann ate 1,200 fig . how many more did ann eat ?"))
                .hasValue(new BigDecimal("1197"));
    }

    @Test
    void givesNoAnswerForAnotherText() throws IOException {
        assertThat(gold().answerOf("ann ate 3 figs . how many did ann eat ?")).isEmpty();
    }

    private GoldEquations.Problem gold() throws IOException {
        return GoldEquations.read(Files.writeString(folder.resolve("gold.csv"), FILE))
                .problems()
                .getFirst();
    }
}
