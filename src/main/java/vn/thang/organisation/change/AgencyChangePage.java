package vn.thang.organisation.change;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.agency.kind.AgencyKind;
import vn.thang.organisation.agency.kind.AgencyKindKeeping;
import vn.thang.organisation.sheet.AgencySheetRow;
import vn.thang.organisation.sheet.ImportReport;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** A change of an agency: said, foreseen, and then made as it was foreseen. */
@Named
@ViewScoped
public class AgencyChangePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_OTHERS = 4;
    private static final int MOST_PARTS = 3;

    @Inject
    private AgencyChanging changing;

    @Inject
    private AgencyKindKeeping kinds;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    @Inject
    @Param(name = "code")
    private String asked;

    @Inject
    @Param(name = "kind")
    private String askedKind;

    private AgencyChangeFields fields;
    private transient AgencySheetRow agency;
    private transient AgencyChange seen;
    private transient AgencyChanging.Foreseen foreseen;

    public void load() {
        if (fields != null) {
            return;
        }
        agency = notices.found(() -> changing.open(asked == null ? "" : asked));
        if (agency != null) {
            AgencyChange.Kind kind = Stream.of(AgencyChange.Kind.values()).filter(one -> one.name().equals(askedKind))
                    .findFirst().orElse(AgencyChange.Kind.EDIT);
            fields = new AgencyChangeFields(agency, kinds.of(agency.code()).map(AgencyKind::code).orElse(null), kind,
                    LocalDate.now(clock), MOST_OTHERS, MOST_PARTS);
        }
    }

    /** Says what follows; nothing is changed. */
    public void foresee() {
        foreseen = null;
        notices.attempt(() -> {
            seen = fields.change();
            foreseen = changing.foresee(seen);
        });
    }

    /** Makes what was foreseen, whatever stands in the fields by now. */
    public String make() {
        if (foreseen == null) {
            foresee();
            return null;
        }
        if (!notices.attempt(() -> changing.make(seen, foreseen.standing()))) {
            foreseen = null;
            return null;
        }
        notices.say("organisation.change.done");
        return "/organisation/agency?faces-redirect=true&code="
                + (seen.successor() == null ? seen.agency() : seen.successor());
    }

    public AgencySheetRow getAgency() {
        return agency == null && fields != null ? agency = changing.open(fields.getCode()) : agency;
    }

    public AgencyChangeFields getFields() {
        return fields;
    }

    public List<AgencyChange.Kind> getKinds() {
        return List.of(AgencyChange.Kind.values());
    }

    public List<AgencyType> getTypes() {
        return Stream.of(AgencyType.values()).filter(type -> type != AgencyType.COUNTRY).toList();
    }

    public List<AgencyKind> getAgencyKinds() {
        return kinds.list();
    }

    public boolean isForeseen() {
        return foreseen != null;
    }

    public ImportReport getReport() {
        return foreseen == null ? null : foreseen.report();
    }

    /** What follows, as sentences by topic, in the order of the topics. */
    public List<Map.Entry<ChangeTopic, List<String>>> getFollowing() {
        return foreseen == null ? List.of()
                : Stream.of(ChangeTopic.values()).map(topic -> Map.entry(topic, foreseen.following().stream()
                        .filter(one -> one.topic() == topic).map(this::sentence).toList()))
                        .filter(entry -> !entry.getValue().isEmpty()).collect(Collectors.toList());
    }

    private String sentence(Following one) {
        return language.text(one.key(), one.arguments().stream().map(argument -> switch (argument) {
            case AgencyType type -> type.name(language.getLocale());
            case Worded word -> language.text(word.key());
            default -> argument;
        }).toArray());
    }
}
