package vn.thang.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Slice;

/** The directory of agencies: searched, filtered, page by page. */
@Named
@RequestScoped
public class AgenciesPage {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Clock clock;

    private String words;
    private String type;
    private String parent;
    private LocalDate at;
    private String officer;
    private int page = 1;
    private Slice<AgencyLine> agencies;

    public void load() {
        if (at == null) {
            at = LocalDate.now(clock);
        }
        agencies = directory.list(new AgencyFilter(words, type, parent, at, isUnstaffed() ? at : null), page);
    }

    public Slice<AgencyLine> getAgencies() {
        return agencies;
    }

    public List<AgencyType> getTypes() {
        return List.of(AgencyType.values());
    }

    /** Whether only those are shown for which nobody could submit: "none" in the address. */
    public boolean isUnstaffed() {
        return "none".equals(officer);
    }

    public String getOfficer() {
        return officer;
    }

    public void setOfficer(String officer) {
        this.officer = officer;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public LocalDate getAt() {
        return at;
    }

    public void setAt(LocalDate at) {
        this.at = at;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
