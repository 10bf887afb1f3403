package io.infinimill.generator.scale;

import io.infinimill.model.Seed;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Problems written for the tests, as a decoupler hands them over: without ranges. */
final class Problems {

    private Problems() {}

    static Stream<Template> all() {
        return Stream.of(muffins(), orchard(), lemonade(), discount(), ages(), paint(), ferry());
    }

    /** Packing: a quotient that must stay whole. */
    static Template muffins() {
        return template(
                "Mira bakes {trays} trays of {muffins} muffins and packs them in boxes of {box}. How many boxes does she fill?",
                "Mira bakes 6 trays of 12 muffins and packs them in boxes of 8. How many boxes does she fill?",
                List.of(
                        variable("trays", "trays", "6"),
                        variable("muffins", "muffins", "12"),
                        variable("box", "muffins", "8")),
                List.of(
                        step("baked", "trays * muffins", "integer", "muffins", "muffins baked"),
                        step("boxes", "baked / box", "integer", "boxes", "boxes filled")),
                "She bakes {trays} * {muffins} = {baked} muffins.\nShe fills {baked} / {box} = {boxes} boxes.",
                "She bakes 6 * 12 = <<6*12=72>>72 muffins.\nShe fills 72 / 8 = <<72/8=9>>9 boxes.\n#### 9",
                "boxes");
    }

    /** What is left must stay positive; a third must stay whole; a number in words. */
    static Template orchard() {
        return template(
                "An orchard has {trees} apple trees. A storm fells {felled} of them, and {rows} rows of {row} cherry trees are planted. How many trees are there now?",
                "An orchard has 1,240 apple trees. A storm fells 90 of them, and three rows of 15 cherry trees are planted. How many trees are there now?",
                List.of(
                        variable("trees", "trees", "1240"),
                        variable("felled", "trees", "90"),
                        variable("rows", "rows", "3"),
                        variable("row", "trees", "15")),
                List.of(
                        step("left", "trees - felled", "integer", "trees", "apple trees left"),
                        step("planted", "rows * row", "integer", "trees", "cherry trees planted"),
                        step("now", "left + planted", "integer", "trees", "all trees")),
                "There are {left} apple trees left.\nThe {planted} cherry trees make it {now}.",
                "There are 1,150 apple trees left.\nThe 45 cherry trees make it 1,195.",
                "now");
    }

    /** Money with cents. */
    static Template lemonade() {
        return template(
                "A glass of lemonade costs ${price}. Ana buys {glasses} glasses and pays with ${paid}. How much does she get back?",
                "A glass of lemonade costs $1.25. Ana buys 3 glasses and pays with $10. How much does she get back?",
                List.of(
                        decimal("price", "dollars", "1.25"),
                        variable("glasses", "glasses", "3"),
                        variable("paid", "dollars", "10")),
                List.of(
                        step("cost", "price * glasses", "decimal", "dollars", "cost of the glasses"),
                        step("back", "paid - cost", "decimal", "dollars", "change")),
                "The glasses cost ${cost}.\nShe gets ${back} back.",
                "The glasses cost $3.75.\nShe gets $6.25 back.",
                "back");
    }

    /** A percentage of a round number. */
    static Template discount() {
        return template(
                "A bicycle costs ${price} and is sold {off}% off. What does it cost now?",
                "A bicycle costs $320 and is sold 15% off. What does it cost now?",
                List.of(variable("price", "dollars", "320"), variable("off", "percent", "15")),
                List.of(
                        step("saved", "price * off / 100", "integer", "dollars", "dollars saved"),
                        step("now", "price - saved", "integer", "dollars", "price now")),
                null,
                null,
                "now");
    }

    /** Ages, and a distractor. */
    static Template ages() {
        return template(
                "Tim has {marbles} marbles and is {tim} years old. His aunt is {times} times as old. How old is she?",
                "Tim has 14 marbles and is 9 years old. His aunt is 4 times as old. How old is she?",
                List.of(
                        new Variable(
                                "marbles",
                                "integer",
                                "marbles",
                                new BigDecimal(14),
                                new BigDecimal(14),
                                BigDecimal.ONE,
                                new BigDecimal(14),
                                Variable.UNUSED),
                        variable("tim", "years", "9"),
                        variable("times", "times", "4")),
                List.of(step("aunt", "tim * times", "integer", "years", "age of the aunt")),
                "She is {tim} * {times} = {aunt} years old.",
                "She is 9 * 4 = 36 years old.",
                "aunt");
    }

    /** Rounding up, a share, and an a/an. */
    static Template paint() {
        return template(
                "A wall of {area} square meters gets {coats} coats. With an {can}-liter can one paints {reach} square meters per liter. How many cans are needed?",
                "A wall of 90 square meters gets two coats. With an 8-liter can one paints 5 square meters per liter. How many cans are needed?",
                List.of(
                        variable("area", "square meters", "90"),
                        variable("coats", "coats", "2"),
                        variable("can", "liters", "8"),
                        variable("reach", "square meters", "5")),
                List.of(
                        step("painted", "area * coats", "integer", "square meters", "area painted"),
                        step("per_can", "can * reach", "integer", "square meters", "area per can"),
                        step("cans", "ceil(painted / per_can)", "integer", "cans", "cans bought")),
                null,
                null,
                "cans");
    }

    /** A fraction with a slash, and tight divisibility by what is left. */
    static Template ferry() {
        return template(
                "Of {cars} cars, {part}/{parts} take the ferry in {trips} equal trips. How many cars go on a trip?",
                "Of 48 cars, 3/4 take the ferry in 6 equal trips. How many cars go on a trip?",
                List.of(
                        variable("cars", "cars", "48"),
                        variable("part", "cars", "3"),
                        variable("parts", "cars", "4"),
                        variable("trips", "trips", "6")),
                List.of(
                        step("taken", "cars * part / parts", "integer", "cars", "cars on the ferry"),
                        step("per_trip", "taken / trips", "integer", "cars", "cars per trip")),
                "{taken} cars take the ferry, {per_trip} on each trip.",
                "36 cars take the ferry, 6 on each trip.",
                "per_trip");
    }

    static Template template(
            String general,
            String question,
            List<Variable> variables,
            List<Step> steps,
            @Nullable String solution,
            @Nullable String seedSolution,
            String answer) {
        var program = new ProgramText("solve", "what is asked", variables, steps, List.of(), answer).source(true);
        return new Template(
                Template.id(general, program),
                general,
                "solve",
                program,
                variables,
                steps,
                List.of(),
                solution,
                answer,
                Seed.of("tests", "gsm8k", question, null, seedSolution),
                new Verification("executed", "test", null, null));
    }

    static Variable variable(String name, String unit, String value) {
        return variable(name, Variable.INTEGER, unit, value);
    }

    static Variable decimal(String name, String unit, String value) {
        return variable(name, Variable.DECIMAL, unit, value);
    }

    static Step step(String name, String expression, String type, String unit, String comment) {
        return new Step(name, expression, type, unit, comment);
    }

    private static Variable variable(String name, String type, String unit, String value) {
        var number = new BigDecimal(value);
        return new Variable(name, type, unit, number, number, BigDecimal.ONE, number, Variable.USED);
    }
}
