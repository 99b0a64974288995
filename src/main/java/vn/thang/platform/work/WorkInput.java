package vn.thang.platform.work;

/** What a kind of work is given: a public record of plain data, which is kept as JSON until the work is done. */
public interface WorkInput {

    /** Names for people what the work is about, such as the code of a round; empty where the kind says all. */
    String subject();

    /** Names what must not be done twice at once: while such work waits or runs, no other with this key is begun. */
    default String once() {
        return subject();
    }
}
