package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The newest reading of each indicator of an agency, for the page of the agency. */
@Named
@RequestScoped
public class AgencyReadingsPage {

    @Inject
    private ReadingLookup lookup;

    private String agency;
    private List<ReadingLine> newest = List.of();

    /** Returns the newest readings of the agency, one for each indicator, as far as the person may see them. */
    public List<ReadingLine> of(String code) {
        if (!code.equals(agency)) {
            agency = code;
            newest = lookup.newest(code);
        }
        return newest;
    }
}
