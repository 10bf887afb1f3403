package io.infinimill.generator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestApi;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Seed;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestsTest {

    private static final TestApi API = new TestApi();
    private static final String RECIPE = """
            {"name": "mine", "generate": [], "filter": [], "judge": []}""";

    @AfterAll
    static void close() {
        API.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/templates?seedSet=%00", "/seed-sets/a%00b"})
    void refusesAZeroCharacterInTheAddress(String path) throws Exception {
        API.get(path).isProblem(400, "%00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs?cursor=abc", "/jobs?cursor=AAA=", "/seed-sets?cursor=AAA=", "/templates?cursor=abc"})
    void refusesACursorThatIsNone(String path) throws Exception {
        API.get(path).isProblem(400, "cursor", "Maybe start without one");
    }

    @Test
    void refusesCharactersThatCannotBeStored() throws Exception {
        API.json("/jobs", "{\"recipe\": \"math-annotated\", \"seedSet\": \"a\\u0000\", \"dataset\": \"d\"}")
                .isProblem(400, "a text of the body has the character U+0000");
        API.json("/jobs", job(RECIPE.replace("mine", "a\\u0000"))).isProblem(400, "U+0000");
        API.json("/jobs", job(RECIPE.replace("mine", "a\\udfff"))).isProblem(400, "U+DFFF");
    }

    @Test
    void refusesJsonThatIsNotPlain() throws Exception {
        API.json("/jobs", "{\"dataset\": \"a\", \"dataset\": \"b\"}").isProblem(400, "Duplicate");
        API.json("/jobs", "{\"dataset\": \"a\"} {}").isProblem(400, "the body is not JSON");
        API.json("/jobs", "").isProblem(400, "the body is missing");
    }

    @Test
    void refusesALargeBodyAndQuotesLittle() throws Exception {
        API.json("/jobs", job("\"" + "a".repeat(JsonBodies.LONGEST) + "\"")).isProblem(413, "1,048,576 bytes");

        var answer = API.json("/jobs", job("\"" + "a".repeat(1 << 19) + "\""));
        answer.isProblem(422, "'recipe': there is no recipe 'aaa");
        assertThat(answer.body()).hasSizeLessThan(3_000);
        answer = API.json("/jobs", "[\"" + "a".repeat(1 << 19) + "\"]");
        answer.isProblem(400, "a job is a JSON object");
        assertThat(answer.body()).hasSizeLessThan(3_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"mine\" | \"\" | its name has 0 characters",
                "\"mine\" | 7 | 'name' wants a text",
                "\"name\" | \"nam\" | unknown field 'nam'; known: description, filter, generate, judge, name",
                "\"generate\": [] | \"generate\": [{\"operator\": \"a\", \"parameters\": 5}] | 'generate[0].parameters' wants an object",
                "\"generate\": [] | \"generate\": [{\"operatr\": \"a\"}] | unknown field 'generate[0].operatr'; known: operator, parameters",
                "\"generate\": [] | \"generate\": {} | 'generate' wants a list",
                "\"filter\": [], | \"description\": \"d\", | Recipe.filter is missing",
            })
    void saysWhereARecipeIsWrong(String part, String instead, String says) throws Exception {
        API.json("/jobs", job(RECIPE.replace(part, instead))).isProblem(400, says);
    }

    @Test
    void refusesALongName() throws Exception {
        API.json("/jobs", job(RECIPE.replace("mine", "m".repeat(3000)))).isProblem(400, "3,000 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"values\": {\"n\": 1e400}} | 'n' has more than 40 digits",
                "{\"values\": {\"n\": 1e999999999}} | 'n' has more than 40 digits",
                "{\"values\": {\"n\": 1e2147483647}} | 'n' has more than 40 digits",
                "{\"values\": {\"n\": 1e-400}} | 'n' has more than 40 digits",
                "{\"values\": {\"n\": 1.5}} | 'n' must be an integer and is 1.5",
                "{\"values\": {\"n\": \"5\"}} | 'n' must be a number",
                "{\"values\": {\"n\": 5}, \"vales\": {}} | unknown field 'vales'; known: values\\nMaybe 'values'",
            })
    void refusesNumbersThatDoNotFit(String body, String says) throws Exception {
        API.json("/templates/" + template() + "/instances", body).isProblem(422, says);
    }

    @Test
    void computesWithALongNumberExactly() throws Exception {
        assertThat(API.json(
                                "/templates/" + template() + "/instances",
                                "{\"values\": {\"n\": 12345678901234567890123.0}}")
                        .body())
                .contains("\"answer\":\"24691357802469135780246\"");
    }

    @Test
    void answersTheUnforeseenWithAProblem() throws Exception {
        var problem = new UnforeseenProblems().unforeseen(new IllegalStateException("secret"));

        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(problem.getDetail()).isEqualTo("the log of the server says more");
    }

    private static String job(String recipe) {
        return "{\"recipe\": %s, \"dataset\": \"d\"}".formatted(recipe);
    }

    private static String template() {
        var variable = new Variable(
                "n",
                Variable.INTEGER,
                null,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TWO,
                Variable.USED);
        var template = new Template(
                "template-one",
                "Ada has {n} pens. How many?",
                "pens",
                "def pens(n):\n    total = n * 2\n    return total\n",
                List.of(variable),
                List.of(new Step("total", "n * 2", Variable.INTEGER, null, "")),
                List.of(),
                "She has {n} * 2 = {total} pens.",
                "total",
                Seed.of("own", "gsm8k", "Ada has 2 pens. How many?", "4", "She has 2 * 2 = 4 pens."),
                new Verification("drafted", "annotated", "4", null));
        API.bean(Templates.class)
                .store("test", List.of(new Templates.Decoupled("seed-one", template, null, null, null)));
        return template.id();
    }
}
