package vn.thang.platform.work;

/**
 * On whose behalf work is done.
 *
 * @param person id of the person who started it; null for the application itself
 * @param rights the rights of the person when it was started, as the feature security wrote them down
 * @param address from which they asked for it; null where that is not known
 * @param session hash of the session in which they asked for it; null likewise
 */
public record Behalf(Long person, String rights, String address, String session) {

    static final Behalf APPLICATION = new Behalf(null, null, null, null);
}
