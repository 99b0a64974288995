package vn.thang.report.room;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The reports, and what they are for. */
@Named
@ViewScoped
public class ReportsPage extends ListPage<ReportLine, ReportOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReportLines lines;

    @Inject
    private ReportRoom room;

    @Inject
    private Language language;

    private transient List<ReportRoom.Shelf> shelves;

    @Override
    protected List<String> filters() {
        return List.of("purpose");
    }

    @Override
    protected ReportOrder[] orders() {
        return ReportOrder.values();
    }

    @Override
    protected Slice<ReportLine> cut(Cut<ReportOrder> cut) {
        return lines.list(getAsked().get("purpose"), language.getLocale(), cut);
    }

    @Override
    protected Object key(ReportLine line) {
        return line.id();
    }

    /** What there are reports for, asked once: a page asks for what stands in a choice several times. */
    public List<ReportRoom.Shelf> getShelves() {
        if (shelves == null) {
            shelves = room.shelves();
        }
        return shelves;
    }

    /** Whether the person designs forms of the ministry. */
    public boolean isDesigning() {
        return room.designs();
    }

    public List<Map.Entry<String, List<String>>> getRefused() {
        return List.copyOf(room.refused().entrySet());
    }
}
