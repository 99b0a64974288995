package vn.thang.matter.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.thang.matter.Respondent;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** A raise that the path offers is taken into the plan, or it is said why not. */
@Named
@ViewScoped
public class MeasurePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MeasurePlanning planning;

    @Inject
    private NoticePage notices;

    private String agency;
    private String criterion;
    private Integer level;
    private Long person;
    private LocalDate due;
    private BigDecimal money;
    private String words;
    private transient ImprovementPlan.Offer offer;
    private transient List<Respondent> owners;

    public void load() {
        if (getOffer() != null) {
            ImprovementPlan.Proposal proposal = planning.proposed(agency, level);
            person = proposal.owner() == null ? null : Long.valueOf(proposal.owner().id());
            due = proposal.due();
        }
    }

    /** Returns the raise; null where the error page is on its way. */
    public ImprovementPlan.Offer getOffer() {
        if (offer == null) {
            offer = notices.found(() -> {
                if (criterion == null || agency == null || level == null) {
                    throw new BusinessException.NotFound("matter.not-offered", criterion);
                }
                return planning.offered(agency, criterion, level);
            });
        }
        return offer;
    }

    public List<Respondent> getOwners() {
        if (owners == null) {
            owners = planning.owners(agency);
        }
        return owners;
    }

    public String plan() {
        return done("matter.planned", planning::plan);
    }

    public String decline() {
        return done("matter.declined", planning::decline);
    }

    private String done(String said, ToLongFunction<MeasurePlanning.Step> deed) {
        if (!notices.attempt(() -> deed.applyAsLong(
                new MeasurePlanning.Step(agency, criterion, level, person, due, money, words)))) {
            return null;
        }
        notices.say(said, criterion);
        return "/matter/plan?faces-redirect=true&agency=" + agency + "&level=" + level;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public String getCriterion() {
        return criterion;
    }

    public void setCriterion(String code) {
        criterion = code;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer newLevel) {
        level = newLevel;
    }

    public Long getPerson() {
        return person;
    }

    public void setPerson(Long id) {
        person = id;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate day) {
        due = day;
    }

    public BigDecimal getMoney() {
        return money;
    }

    public void setMoney(BigDecimal amount) {
        money = amount;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String text) {
        words = text;
    }
}
