package vn.thang.dashboard;

/**
 * How many agencies of a type stand at a level.
 *
 * @param level official level; null for agencies that have not handed in
 */
public record LevelCount(String type, Integer level, long agencies) {
}
