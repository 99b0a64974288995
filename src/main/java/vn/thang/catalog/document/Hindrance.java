package vn.thang.catalog.document;

import java.util.List;
import java.util.Set;

/**
 * Decides which faults hinder reading a version that is published, and which are remarks on it. A draft is held to all rules.
 * A published version was held to those of its day; a release whose rules came later still scores and shows it, as long as
 * it can tell what is meant: the files can be read, every field is one that it knows, the tree can be scored, links lead
 * somewhere, and nothing that a page names lacks its words. All else is told to administrators and changes nothing.
 */
public final class Hindrance {

    /** The files are no YAML that has one meaning, are not there, or are others than those that were published. */
    private static final Set<String> OF_FILES = Set.of("absent", "alias", "depth", "documents", "empty", "encoding",
            "folder",
            "key", "missing", "number", "published", "syntax", "tag", "twice");
    /** A structure says something that this release has no meaning for. */
    private static final Set<String> OF_SHAPE = Set.of("schema.additionalProperties", "schema.enum", "schema.not",
            "schema.oneOf", "schema.required", "schema.type");
    /** The tree or the programme cannot be computed. */
    private static final Set<String> OF_RULES = Set.of("bands", "bands-count", "bands-most", "code", "date", "formula",
            "formula-input", "group", "level", "link-direction", "link-indicator", "national-levels",
            "national-overall",
            "percent", "phase", "points", "scale", "share", "target", "uncomputed", "weight");
    /** A page asks for words that are not there. */
    private static final Set<String> OF_WORDS = Set.of("kind", "untold");

    private Hindrance() {
    }

    /** Returns whether one of the faults keeps this release from scoring or showing what has it. */
    public static boolean in(List<Fault> faults) {
        return faults.stream().anyMatch(Hindrance::is);
    }

    private static boolean is(Fault fault) {
        return OF_FILES.contains(fault.key()) || OF_RULES.contains(fault.key()) || OF_WORDS.contains(fault.key())
                || OF_SHAPE.contains(fault.key()) && !ofSentences(fault);
    }

    /** Whether the fault stands in a file of sentences, where a field that is not known, or lacks, hinders nobody. */
    private static boolean ofSentences(Fault fault) {
        return fault.file().substring(fault.file().lastIndexOf('/') + 1).startsWith("texts.")
                && !fault.key().equals("schema.type");
    }
}
