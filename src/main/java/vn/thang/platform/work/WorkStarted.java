package vn.thang.platform.work;

/** Work was started in the present transaction; it can be looked for as soon as that is committed. */
record WorkStarted(long id) {
}
