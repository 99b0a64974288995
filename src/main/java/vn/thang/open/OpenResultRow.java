package vn.thang.open;

import java.math.BigDecimal;

/**
 * The official result of an agency for the whole or a dimension, as everybody may know it.
 *
 * @param level null for a dimension that is exempt
 * @param index null where it is exempt or restricted answers count in it
 */
public record OpenResultRow(String round, String agency, String name, String nameEn, String type, String parent,
        String node, Integer level, BigDecimal index) {
}
