package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.list.Cut;

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
            Map<String, ReadingLine> byIndicator = new LinkedHashMap<>();
            lookup.list(new ReadingFilter(null, code, null, null, null, false, false), Cut.by(ReadingOrder.NEWEST))
                    .rows()
                    .stream()
                    .filter(line -> line.agency().equals(code))
                    .forEach(line -> byIndicator.putIfAbsent(line.indicator(), line));
            newest = List.copyOf(byIndicator.values());
        }
        return newest;
    }
}
