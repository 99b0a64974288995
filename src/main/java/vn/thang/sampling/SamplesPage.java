package vn.thang.sampling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.assessment.round.RoundName;
import vn.thang.platform.Formats;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The audit samples, and the form by which an auditor draws another one. */
@Named
@RequestScoped
public class SamplesPage {

    private static final String USUAL_CONFIDENCE = "95";
    private static final String USUAL_TOLERABLE = "5";
    private static final String COUNTRY = "VN";

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging judging;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    private List<AuditSample> samples;
    private Map<Long, Long> waiting;
    private List<RoundName> rounds;
    private String round;
    private String agency = COUNTRY;
    private String purpose;
    private String confidence = USUAL_CONFIDENCE;
    private String tolerable = USUAL_TOLERABLE;
    private Integer allowed = 0;
    private Division division = Division.WHOLE;
    private String seed;

    /** Refuses whoever may not see samples before anything is shown. */
    public boolean isFound() {
        if (samples == null) {
            samples = notices.found(sampling::list);
        }
        return samples != null;
    }

    public List<AuditSample> getSamples() {
        return samples;
    }

    /** How many answers of a sample wait for the person. */
    public long waiting(AuditSample sample) {
        if (waiting == null) {
            waiting = caller.can(Permission.REVIEW) ? judging.waiting().stream().collect(
                    Collectors.toMap(SampleJudging.Waiting::sample, SampleJudging.Waiting::cases)) : Map.of();
        }
        return waiting.getOrDefault(sample.id(), 0L);
    }

    public List<RoundName> getRounds() {
        if (rounds == null) {
            rounds = sampling.rounds();
        }
        return rounds;
    }

    public Division[] getDivisions() {
        return Division.values();
    }

    /** Draws it, and leads to where it is judged. */
    public String draw() {
        long[] id = {0};
        boolean drawn = notices.attempt(() -> id[0] = sampling.draw(new AuditSampling.Wanted(round, agency, purpose,
                number(confidence), number(tolerable), allowed == null ? -1 : allowed,
                division, seed)));
        return drawn ? "/sampling/sample?faces-redirect=true&id=" + id[0] : null;
    }

    /** A number as the languages write it, with a comma or a point; what is none is refused like one out of range. */
    private static double number(String text) {
        String plain = text == null ? "" : text.strip().replace(',', '.');
        return plain.matches("\\d{1,3}(\\.\\d{1,4})?") ? Double.parseDouble(plain) : -1;
    }

    public String percent(double share) {
        return formats.percent(BigDecimal.valueOf(share * 100));
    }

    public String getRound() {
        return round;
    }

    public void setRound(String round) {
        this.round = round;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getConfidence() {
        return confidence;
    }

    public void setConfidence(String confidence) {
        this.confidence = confidence;
    }

    public String getTolerable() {
        return tolerable;
    }

    public void setTolerable(String tolerable) {
        this.tolerable = tolerable;
    }

    public Integer getAllowed() {
        return allowed;
    }

    public void setAllowed(Integer allowed) {
        this.allowed = allowed;
    }

    public Division getDivision() {
        return division;
    }

    public void setDivision(Division division) {
        this.division = division;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed;
    }
}
