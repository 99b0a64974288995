package vn.thang.core.scoring;

/** Which of the values kept side by side is scored. A score is never shown without its column. */
public enum Column {
    DECLARED, SUPPORTED, PROVISIONAL, OFFICIAL
}
