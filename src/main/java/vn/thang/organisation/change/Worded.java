package vn.thang.organisation.change;

/** A word in a sentence that each language has for itself. */
public record Worded(String key) {
}
