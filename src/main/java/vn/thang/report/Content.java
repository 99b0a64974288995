package vn.thang.report;

/** What stands in a cell. */
public sealed interface Content {

    /** Text of people or of ours; never a formula, whatever it begins with. */
    record Words(String text) implements Content {
    }

    record Number(double value) implements Content {
    }

    /** @param result what the formula gives, for viewers that do not recalculate: a number or a text */
    record Formula(String formula, Object result) implements Content {
    }

    record Blank() implements Content {
    }

    Content BLANK = new Blank();

    static Content of(String text) {
        return text == null || text.isEmpty() ? BLANK : new Words(text);
    }

    static Content of(double number) {
        return new Number(number);
    }
}
