package vn.thang.matter.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.thang.matter.Respondent;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** A reading of the agency is taken into its plan. */
@Named
@ViewScoped
public class ReadingMeasurePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReadingPlanning planning;

    @Inject
    private MeasurePlanning measures;

    @Inject
    private NoticePage notices;

    private String agency;
    private String target;
    private BigDecimal value;
    private Long person;
    private LocalDate due;
    private BigDecimal money;
    private String words;
    private transient ReadingPlanning.Offer offer;
    private transient List<Respondent> owners;

    public void load() {
        getOffer();
    }

    /** Returns the reading; null where the error page is on its way. */
    public ReadingPlanning.Offer getOffer() {
        if (offer == null) {
            offer = notices.found(() -> {
                if (agency == null || target == null) {
                    throw new BusinessException.NotFound("matter.reading-not-offered", "");
                }
                return planning.offered(agency, target);
            });
        }
        return offer;
    }

    public List<Respondent> getOwners() {
        if (owners == null) {
            owners = measures.owners(agency);
        }
        return owners;
    }

    public String plan() {
        if (!notices.attempt(() -> planning.plan(
                new ReadingPlanning.Step(agency, target, value, person, due, money, words)))) {
            return null;
        }
        notices.say("matter.planned", target);
        return "/matter/plan?faces-redirect=true&agency=" + agency;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public BigDecimal getValue() {
        return value;
    }

    public void setValue(BigDecimal wanted) {
        value = wanted;
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
