package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.token.ApiToken;

/** The tokens of a person on the page of the person, for whoever administers them. */
@Named
@RequestScoped
public class PersonTokensPage {

    @Inject
    private PersonTokens tokens;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private List<ApiToken> list;

    /** Lists the tokens of the person that are still taken. */
    public List<ApiToken> taken(long person) {
        if (list == null) {
            LocalDate today = LocalDate.now(clock);
            List<ApiToken> all = notices.found(() -> tokens.list(person));
            list = all == null ? List.of() : all.stream().filter(token -> token.taken(today)).toList();
        }
        return list;
    }

    public String end(long person, long token) {
        if (!notices.attempt(() -> tokens.end(person, token))) {
            return null;
        }
        notices.say("token.ended");
        return "/organisation/person?faces-redirect=true&id=" + person;
    }
}
