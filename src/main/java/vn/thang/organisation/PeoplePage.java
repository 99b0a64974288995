package vn.thang.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** The people whom the administrator administers. */
@Named
@RequestScoped
public class PeoplePage {

    @Inject
    private PeopleAdministration administration;

    @Inject
    private NoticePage notices;

    private String words;
    private String role;
    private int page = 1;
    private Slice<PersonLine> people;

    public void load() {
        people = notices.found(() -> administration.list(new PeopleFilter(words, isWithoutRole()), page));
    }

    public Slice<PersonLine> getPeople() {
        return people;
    }

    /** Whether only those are shown who hold no role: "none" in the address. */
    public boolean isWithoutRole() {
        return "none".equals(role);
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
