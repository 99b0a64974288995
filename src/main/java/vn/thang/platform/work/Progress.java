package vn.thang.platform.work;

/** Takes from running work how far it is, for whoever looks at it. */
public interface Progress {

    /** Progress that nobody looks at, for work that is done within a request. */
    Progress UNSEEN = (done, total, doing) -> {};

    /**
     * Tells how far the work is. It can be called as often as the work likes.
     *
     * @param total 0 where it is not known
     * @param doing key of the text that says what is being done
     */
    void at(long done, long total, String doing);
}
