package vn.thang.core.model;

/**
 * The levels of a model. A node below every one of them is on level 0.
 *
 * @param highest 2 to 7; levels run from 1 to it
 * @param zero    whether level 0 is an answer with a statement of its own; otherwise it only means that none was given
 */
public record LevelScale(int highest, boolean zero) {

    public static final int FEWEST = 2;
    public static final int MOST = 7;

    /** The five levels of most instruments, none of them 0. */
    public static final LevelScale FIVE = new LevelScale(5, false);

    /** Returns the lowest level that can be answered. */
    public int lowest() {
        return zero ? 0 : 1;
    }

    /** Returns the first of the high levels, those above three fifths of the scale: what claims one has to be explained. */
    public int firstHigh() {
        return highest * 3 / 5 + 1;
    }

    /** Returns whether the level can be answered. */
    public boolean has(int level) {
        return level >= lowest() && level <= highest;
    }
}
