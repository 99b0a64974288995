package vn.thang.platform.work;

/** Another server has taken the work over, because nothing was heard of this one: what it did is undone. */
class WorkLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkLost(long id) {
        super("Work " + id + " was taken over by another server");
    }
}
