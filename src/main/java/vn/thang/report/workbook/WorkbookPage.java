package vn.thang.report.workbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.work.Work;

/** Has the workbook of a round written, and leads to where it can be taken. */
@Named
@RequestScoped
public class WorkbookPage {

    private static final String COUNTRY = "VN";

    @Inject
    private NationalWorkbook workbook;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    @Param
    private String round;

    private NationalWorkbook.Export export;
    private Work last;

    /** Answers whether the person may have it; the error page otherwise. */
    public boolean isFound() {
        if (export == null) {
            export = notices.found(() -> workbook.prepare(round == null ? "" : round, COUNTRY, language.getLocale()));
        }
        return export != null;
    }

    /** The one that the person has asked for last; null for none that is kept. */
    public Work getLast() {
        if (last == null) {
            last = workbook.last(round).orElse(null);
        }
        return last;
    }

    public String start() {
        long[] work = {0};
        boolean started = notices.attempt(() -> work[0] = workbook.start(round == null ? "" : round, COUNTRY,
                language.getLocale()));
        return started ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    public String getRound() {
        return round;
    }
}
