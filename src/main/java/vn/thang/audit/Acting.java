package vn.thang.audit;

/**
 * As what somebody does something.
 *
 * @param person  id of the person; null for the application itself and for whoever is not signed in
 * @param role    role by which the person acts; null where it is not known
 * @param agency  id of the agency where the person holds it
 * @param session hash of the id of the session; null for none
 */
record Acting(Long person, String role, Long agency, String session) {
}
