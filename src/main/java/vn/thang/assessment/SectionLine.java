package vn.thang.assessment;

/** A section among the tasks of whom it was given to, with how far it is. */
public record SectionLine(AssessmentHead head, String dimension, int settled, int applicable) {

    public boolean isDone() {
        return settled == applicable;
    }
}
