package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.list.ListFile;

/** The people whom the administrator administers as a file. */
@ApplicationScoped
class PeopleFile implements ListFile {

    @Inject
    private PeopleAdministration administration;

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Content<PersonLine> content(Asked asked) {
        return new Content<>(asked.text("organisation.people"),
                administration.list(PeopleFilter.of(asked.filters()), asked.whole(PeopleOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.person.full-name"), 30, PersonLine::fullName),
                        new Column<>(asked.text("login.username"), 20, PersonLine::username),
                        new Column<>(asked.text("organisation.roles"), 60, person -> roles(person, asked)),
                        new Column<>(asked.text("organisation.people.since"), 14, PersonLine::since),
                        new Column<>(asked.text("organisation.person.state"), 20,
                                person -> asked.text(person.stateText()))));
    }

    private static String roles(PersonLine person, Asked asked) {
        return person.memberships().stream()
                .map(held -> asked.text("organisation.role." + held.role()) + ", " + held.agencyName())
                .collect(Collectors.joining("\n"));
    }
}
