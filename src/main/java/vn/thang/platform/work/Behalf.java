package vn.thang.platform.work;

/**
 * On whose behalf work is done.
 *
 * @param person id of the person who started it; null for the application itself
 * @param rights the rights of the person when it was started, as the feature security wrote them down
 */
public record Behalf(Long person, String rights) {

    static final Behalf APPLICATION = new Behalf(null, null);
}
