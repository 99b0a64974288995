package vn.thang.table;

/** Says which sign begins the decimals of a written number. */
public enum DecimalSign {

    /** The writer has not said which, so that a number that can be read in two ways is refused. */
    UNKNOWN('\0'),
    /** A point, as programs and JSON write numbers; an exponent may follow. */
    POINT('.'),
    /** A comma, as in Vietnam and Germany. */
    COMMA(',');

    private final char sign;

    DecimalSign(char sign) {
        this.sign = sign;
    }

    boolean begins(char end) {
        return this == UNKNOWN ? end == POINT.sign || end == COMMA.sign : end == sign;
    }
}
