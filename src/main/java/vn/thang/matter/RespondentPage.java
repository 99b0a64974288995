package vn.thang.matter;

import java.io.Serializable;
import java.util.List;
import vn.thang.platform.BusinessException;

/** The part of a form that chooses an agency, and then one of its people. */
public abstract class RespondentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private String agency;
    private Long person;
    private transient List<Asking.Respondent> respondents;

    /** Returns the people of the agency who can be chosen; refuses what is no agency. */
    protected abstract List<Asking.Respondent> respondents(String code);

    /** Shows the people of the agency that was chosen. */
    public void choose() {
        respondents = null;
        person = null;
    }

    public List<Asking.Respondent> getRespondents() {
        if (respondents == null) {
            respondents = List.of();
            try {
                respondents = agency == null ? respondents : respondents(agency);
            } catch (BusinessException none) {
                // what is no agency, or has nobody to choose, is said when the form is sent
                return respondents;
            }
        }
        return respondents;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public Long getPerson() {
        return person;
    }

    public void setPerson(Long id) {
        person = id;
    }
}
