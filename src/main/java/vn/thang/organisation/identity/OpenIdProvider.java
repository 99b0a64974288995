package vn.thang.organisation.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.thang.organisation.people.granting.GroupRoles;

/**
 * Somebody who says who people are, as the operator has set them up.
 *
 * @param name        in settings and addresses
 * @param issuer      what it calls itself; no other issuer is believed
 * @param secretFile  where the secret lies that the two share; read each time, so that it can be changed while all runs
 * @param labels      what people call it, by language
 * @param scopes      what is asked of it, besides who somebody is
 * @param groupsClaim in which part of its answer groups stand
 * @param roles       which roles follow from its groups; none where roles are given here alone
 */
record OpenIdProvider(String name, URI issuer, String clientId, Path secretFile, Map<String, String> labels,
        List<String> scopes, String groupsClaim, List<GroupRoles.Rule> roles) {

    String label(String language) {
        return labels.getOrDefault(language, labels.get("vi"));
    }
}
