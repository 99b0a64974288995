package vn.thang.assessment.conduct;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.conduct.stage.StageDates;
import vn.thang.assessment.course.ForeseenRound;
import vn.thang.assessment.course.ToldPeople;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** One round: planned, opened, extended, closed, published. Keeps the version it showed. */
@Named
@ViewScoped
public class RoundPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication results;

    @Inject
    private RoundWork work;

    @Inject
    private StageDates dates;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    private String present;
    private int version = -1;
    private final RoundForm form = new RoundForm();
    private boolean sure;
    private LocalDate replyUntil;
    private transient RoundLine round;
    private transient List<String> models;
    private transient ForeseenRound foreseen;
    private transient ToldPeople told;

    /** Leads whoever names no round, and may make one, to where that is done. */
    public String none() {
        return notices.found(administration::models) == null ? null : "/assessment/new-round?faces-redirect=true";
    }

    public void load() {
        models = notices.found(administration::models);
        if (models == null) {
            return;
        }
        round = notices.found(() -> administration.get(present == null ? "" : present));
        if (round != null && version < 0) {
            version = round.version();
            form.show(round);
            replyUntil = round.replyUntil();
            dates.ofRound(present).forEach(day -> form.getDays().replace(day.stage(), day.days()));
        }
    }

    /** Whether the model of the round can be read. */
    public boolean isReadable() {
        return catalog.isReadable(round.modelRef());
    }

    public String save() {
        RoundPlan plan = form.plan();
        return deed(plan.code(), "round.saved", () -> administration.change(present, version, plan));
    }

    public String open() {
        return started(() -> work.open(present, version));
    }

    public String extend() {
        return started(() -> work.extend(present, version, form.getDueOn()));
    }

    public String close() {
        return deed(present, "round.closed", () -> administration.close(present, version));
    }

    public String reopen() {
        return started(() -> work.reopen(present, version, form.getDueOn()));
    }

    public String issue() {
        return started(() -> work.issue(present, version, replyUntil));
    }

    public String lapse() {
        return started(() -> work.lapse(present, version));
    }

    public String publish() {
        return started(() -> work.publish(present, version));
    }

    public String remove() {
        return started(() -> {
            if (!sure) {
                throw new BusinessException("round.remove-sure");
            }
            return work.remove(present, version);
        });
    }

    public String rescore() {
        return started(() -> work.rescore(present));
    }

    /** What a person is asked before the round is opened: how many agencies it asks, and how many people hear of it. */
    public String getOpening() {
        ToldPeople all = getForeseen().told();
        return language.text(round.rehearsal() ? "round.ask.open-rehearsal" : "round.ask.open", foreseen.agencies(),
                foreseen.withoutOfficer(), all.people(), all.unaddressed());
    }

    /** What a person is asked before the results are published. */
    public String getPublishing() {
        RoundLine.Progress now = getRound().progress();
        return language.text("round.ask.publish", now.handedIn(), now.open(), getTold().people(),
                getTold().unaddressed());
    }

    /** What a person is asked before another deed: how many assessments it concerns, and what follows from it. */
    public String question(String deed) {
        RoundLine.Progress now = getRound().progress();
        return language.text("round.ask." + deed, now.all(), now.open(), now.issuable(), now.replying());
    }

    /** Leads to the page of the work, which can be left while it goes on. */
    private String started(LongSupplier start) {
        long[] id = {0};
        return notices.attempt(() -> id[0] = start.getAsLong()) ? "/work/work?faces-redirect=true&id=" + id[0] : null;
    }

    private String deed(String next, String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/assessment/round?faces-redirect=true&code=" + next;
    }

    public boolean is(String state) {
        return getRound() != null && round.state().name().equals(state);
    }

    public boolean isEditable() {
        return is("PLANNED");
    }

    public RoundLine getRound() {
        if (round == null && present != null) {
            load();
        }
        return round;
    }

    /** Whom the round would ask if it were opened now; only of a planned one. */
    public ForeseenRound getForeseen() {
        if (foreseen == null) {
            foreseen = administration.foresee(present);
        }
        return foreseen;
    }

    /** Whom a publication would tell. */
    public ToldPeople getTold() {
        if (told == null) {
            told = results.told(present);
        }
        return told;
    }

    public RoundForm getForm() {
        return form;
    }

    public List<String> getModels() {
        return models;
    }

    int shownVersion() {
        return version;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public LocalDate getReplyUntil() {
        return replyUntil;
    }

    public void setReplyUntil(LocalDate replyUntil) {
        this.replyUntil = replyUntil;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
