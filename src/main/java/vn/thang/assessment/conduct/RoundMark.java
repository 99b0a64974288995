package vn.thang.assessment.conduct;

/** What every page of a round says of it before anything else: that it is a rehearsal. */
public record RoundMark(String code, String name, boolean rehearsal) {
}
