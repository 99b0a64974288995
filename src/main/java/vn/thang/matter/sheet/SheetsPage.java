package vn.thang.matter.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.work.Work;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Has the reports of an agency and of those below it made, and leads to where they can be taken. */
@Named
@RequestScoped
public class SheetsPage {

    @Inject
    private SheetMaking sheets;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    private Caller caller;

    @Inject
    @Param
    private String agency;

    private AgencyDetail detail;
    private Work last;

    /** Answers whether the person may have them; the error page otherwise. */
    public boolean isFound() {
        if (detail == null) {
            detail = notices.found(() -> {
                AgencyDetail found = agencies.get(agency == null ? "" : agency);
                if (!caller.can(Permission.EXPORT, found.path())) {
                    throw new BusinessException.Forbidden("security.forbidden");
                }
                return found;
            });
        }
        return detail != null;
    }

    public AgencyDetail getDetail() {
        return detail;
    }

    /** Those that the person has asked for last; null for none that are kept. */
    public Work getLast() {
        if (last == null) {
            last = sheets.last(agency).orElse(null);
        }
        return last;
    }

    public String start(boolean below) {
        long[] work = {0};
        return notices.attempt(() -> work[0] = sheets.start(agency == null ? "" : agency, below, language.getLocale()))
                ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }
}
