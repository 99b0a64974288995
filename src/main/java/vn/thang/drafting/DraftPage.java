package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.draft.CatalogDraft;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;

/** One draft: its faults, or the ways to look at it, and the decision. */
@Named
@RequestScoped
public class DraftPage {

    private static final int MOST_SHOWN = 200;

    @Inject
    private Drafting drafting;

    @Inject
    private DraftDecision decision;

    @Inject
    private DraftReplay replay;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String id;

    private Draft draft;
    private CatalogDraft checked;
    private ReplaySummary summary;
    private String reason;

    /**
     * A fault as it is read.
     *
     * @param place file, line and column
     */
    public record FaultLine(String place, String pointer, String text, String remedy) {
    }

    public boolean isFound() {
        if (draft == null) {
            draft = notices.found(() -> drafting.get(GivenText.number(id)));
        }
        return draft != null;
    }

    public Draft getDraft() {
        return isFound() ? draft : null;
    }

    /** The draft as it is checked now; only while nothing is decided. */
    public CatalogDraft getChecked() {
        if (checked == null && isFound() && draft.open()) {
            checked = drafting.check(draft.id());
        }
        return checked;
    }

    public boolean isSound() {
        return getChecked() != null && checked.sound();
    }

    /** The first faults; the page says how many there are in all. */
    public List<FaultLine> getFaults() {
        return getChecked() == null ? List.of() : checked.faults().stream().limit(MOST_SHOWN).map(this::line).toList();
    }

    private FaultLine line(Fault fault) {
        String place = fault.file() + (fault.line() > 0 ? ":" + fault.line() + ":" + fault.column() : "");
        return new FaultLine(place, fault.pointer(), fault.text(language.getLocale()),
                fault.remedy(language.getLocale()));
    }

    /** What the last replay came to; null where there is none. */
    public ReplaySummary getSummary() {
        if (summary == null && isFound()) {
            summary = replay.find(draft.id()).orElse(null);
        }
        return summary;
    }

    /** Whether the person proposed it, and so cannot decide. */
    public boolean isOwn() {
        return isFound() && draft.proposedBy() != null && draft.proposedBy().equals(caller.personId());
    }

    public String propose() {
        return deed("draft.proposed", () -> decision.propose(draft.id()));
    }

    public String publish() {
        String next = deed("draft.published", () -> decision.publish(draft.id()));
        catalog.follow(); // whoever looks from here sees it; other servers take it up soon after
        return next;
    }

    public String refuse() {
        return deed("draft.refused", () -> decision.refuse(draft.id(), reason));
    }

    public String drop() {
        return deed("draft.dropped", () -> decision.drop(draft.id()));
    }

    private String deed(String said, Runnable deed) {
        if (!isFound() || !notices.attempt(deed)) {
            draft = null;
            checked = null;
            return null;
        }
        notices.say(said, draft.ref());
        return "/drafting/draft?faces-redirect=true&id=" + draft.id();
    }

    /** Leads to the page of the work. */
    public String replay() {
        long[] work = {0};
        return isFound() && notices.attempt(() -> work[0] = replay.start(draft.id()))
                ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
