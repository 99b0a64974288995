package vn.thang.matter.asking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.thang.matter.CopyReader;
import vn.thang.matter.Respondent;
import vn.thang.platform.BusinessException;

/** The part of a form that chooses an agency, and then one of its people. */
public abstract class RespondentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private String agency;
    private String chosen;
    private Long person;
    private List<Long> copies = new ArrayList<>();
    private transient List<Respondent> respondents;
    private transient List<CopyReader> readers;

    /** Returns the people of the agency who can be chosen; refuses what is no agency. */
    protected abstract List<Respondent> respondents(String code);

    /** Returns those who can get a copy of what is asked of the agency; nobody gets one where there are no copies. */
    protected List<CopyReader> readers(String code) {
        return List.of();
    }

    /** Shows the people of the agency that was chosen or typed; where it is the same as before, whoever was chosen stays. */
    public void choose() {
        if (Objects.equals(agency, chosen)) {
            return;
        }
        chosen = agency;
        respondents = null;
        readers = null;
        person = null;
        copies = new ArrayList<>();
    }

    public List<Respondent> getRespondents() {
        if (respondents == null) {
            respondents = found(this::respondents);
        }
        return respondents;
    }

    public List<CopyReader> getReaders() {
        if (readers == null) {
            readers = found(this::readers);
        }
        return readers;
    }

    private <T> List<T> found(Function<String, List<T>> search) {
        try {
            return agency == null ? List.of() : search.apply(agency);
        } catch (BusinessException none) {
            // what is no agency, or has nobody to choose, is said when the form is sent
            return List.of();
        }
    }

    public List<Long> getCopies() {
        return copies;
    }

    public void setCopies(List<Long> people) {
        copies = people;
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
