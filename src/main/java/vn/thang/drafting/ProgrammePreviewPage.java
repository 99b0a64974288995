package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.draft.ProgrammeDraft;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.platform.Formats;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The targets and indicators of a draft of the programme in the words that everybody will read. */
@Named
@RequestScoped
public class ProgrammePreviewPage {

    @Inject
    private Drafting drafting;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String draft;

    private Draft shown;
    private ProgrammeDraft checked;

    public boolean isFound() {
        if (checked == null) {
            long id = GivenText.number(draft);
            shown = notices.found(() -> drafting.get(id));
            checked = shown == null ? null : notices.found(() -> drafting.programme(id));
        }
        return checked != null;
    }

    public Draft getDraft() {
        return shown;
    }

    public Programme getProgramme() {
        return checked.following().programme();
    }

    public ProgrammeTexts getWords() {
        return checked.following().words(language.getLocale());
    }

    public List<ProgrammeTarget> of(Programme.Phase phase) {
        return getProgramme().targets().stream().filter(target -> target.phase().equals(phase)).toList();
    }

    public List<Indicator> getIndicators() {
        return checked.following().indicators();
    }

    /** What is asked for, as the pages of targets write it. */
    public String demand(ProgrammeTarget target) {
        return target.demand().relation().shown() + "\u00a0" + (target.demand().percent()
                ? formats.percent(target.demand().value()) : formats.number(target.demand().value()));
    }

    /** The types of agency that count. */
    public String scope(ProgrammeTarget target) {
        return types(target.scope());
    }

    public String scope(Indicator indicator) {
        return types(indicator.scope());
    }

    private String types(Iterable<String> scope) {
        return StreamSupport.stream(scope.spliterator(), false).sorted()
                .map(type -> language.text(type.equals("country") ? "programme.country" : "organisation.type." + type))
                .collect(Collectors.joining(", "));
    }

    /** What gives the target its value; empty for the levels of agencies, and where nothing does. */
    public String source(ProgrammeTarget target) {
        return checked.following().indicatorOf(target.code())
                .map(one -> getWords().indicator(one.code()).name()).orElse("");
    }

    /** How many per cent cover a period that is still to begin. */
    public String getCoverage() {
        return formats.percent(getProgramme().coverage().newest());
    }
}
