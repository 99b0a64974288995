package vn.thang.notice;

/** Groups of notices among which people choose what they get by mail. */
public enum NoticeTopic {
    DUE, RETURNS, DECISIONS, ROUNDS, MATTERS, TRAIL, WORK
}
