package vn.thang.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes readings of the rows of a document, by where their parts stand and what the source calls the agencies. */
final class RowMapping {

    private static final int DECIMALS = 6;
    private static final int LONGEST = 60;

    private final FieldMapping fields;
    private final Map<String, String> agencies;
    private final Map<String, String> only;
    private int line;
    private int left;
    private int empty;

    RowMapping(FieldMapping fields, Map<String, String> agencies) {
        this.fields = fields;
        this.agencies = agencies;
        this.only = Pairs.of(fields.only());
    }

    /**
     * The reading of a row; empty when the row does not count, or has no value: missing is not zero, and no fault either.
     *
     * @param field text of a field, null where there is none
     */
    Optional<ReadingRow> row(UnaryOperator<String> field) {
        line++;
        if (only.entrySet().stream().anyMatch(pair -> !pair.getValue().equals(field.apply(pair.getKey())))) {
            left++;
            return Optional.empty();
        }
        String numerator = number(of(field, fields.numerator()));
        String denominator = number(of(field, fields.denominator()));
        String value = number(of(field, fields.value()));
        if (numerator == null && denominator == null && value == null) {
            empty++;
            return Optional.empty();
        }
        String agency = of(field, fields.agency());
        String indicator = fields.indicator() == null ? of(field, fields.indicatorField()) : fields.indicator();
        return Optional.of(new ReadingRow(line, agencies.getOrDefault(agency, agency), indicator, period(of(field, fields.period())), numerator,
                denominator, value, of(field, fields.measuredAt())));
    }

    private static String of(UnaryOperator<String> field, String name) {
        String text = name == null ? null : field.apply(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As the intake wants it: a point before the decimals, nothing between thousands, six decimals at most; not a number stays as it is. */
    private String number(String written) {
        if (written == null || written.equalsIgnoreCase("NaN")) {
            return null;
        }
        String text = written.replace("\u00a0", "").replace("\u202f", "").replace(" ", "");
        text = fields.decimalComma() ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        if (text.length() > LONGEST || !text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
            return written;
        }
        BigDecimal number = new BigDecimal(text);
        return (number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number).toPlainString();
    }

    /** SDMX writes a month as 2026-M09; the intake wants 2026-09. */
    private static String period(String written) {
        return written == null ? null : written.replaceFirst("^([0-9]{4})-M([0-9]{2})$", "$1-$2");
    }

    /** Rows that do not count. */
    int left() {
        return left;
    }

    /** Rows without any value. */
    int empty() {
        return empty;
    }
}
