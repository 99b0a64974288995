package vn.thang.assessment.workbook;

import java.util.Objects;

/**
 * One cell of a filled workbook in three ways.
 *
 * @param base   what the workbook said when it was made
 * @param file   what it says now
 * @param system what is stored now
 * @param at     the cell, such as E7
 */
public record WorkbookDifference(String criterion, Part part, String base, String file, String system, String sheet,
        String at) {

    /** The two cells of a criterion that can be filled in. */
    public enum Part {
        ANSWER, COMMENT
    }

    /** Who changed the cell since the workbook was made. */
    public enum Kind {
        UNCHANGED, ONLY_FILE, ONLY_SYSTEM, BOTH_SAME, CONFLICT
    }

    public Kind kind() {
        boolean inFile = !Objects.equals(base, file);
        boolean inSystem = !Objects.equals(base, system);
        if (inFile && inSystem) {
            return Objects.equals(file, system) ? Kind.BOTH_SAME : Kind.CONFLICT;
        }
        return inFile ? Kind.ONLY_FILE : inSystem ? Kind.ONLY_SYSTEM : Kind.UNCHANGED;
    }

    /** Names the cell in a choice. */
    public String key() {
        return criterion + "/" + part;
    }

    /** Whether there is anything to choose. */
    public boolean open() {
        return !Objects.equals(file, system);
    }
}
