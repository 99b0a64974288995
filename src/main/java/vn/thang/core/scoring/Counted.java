package vn.thang.core.scoring;

/** An answer that counts in a column, with the cause that it is this one. */
public record Counted(Answer answer, Cause cause) {
}
