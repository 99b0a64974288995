package vn.thang.drafting.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import vn.thang.table.TableLine;

/** The value of a cell: a number, yes or no, or text, as the cell holds it. */
final class FormCell {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private FormCell() {
    }

    static boolean empty(TableLine.Cell cell) {
        return cell.text().isEmpty() && cell.exact() == null;
    }

    /** What a cell of the structure holds. */
    static JsonNode value(TableLine.Cell cell) {
        if (cell.exact() != null) {
            return number(cell.exact());
        }
        return switch (cell.text()) {
            case "TRUE" -> NODES.booleanNode(true);
            case "FALSE" -> NODES.booleanNode(false);
            default -> NODES.textNode(cell.text());
        };
    }

    static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? NODES.numberNode(plain.toBigIntegerExact()) : NODES.numberNode(plain);
    }
}
