package vn.thang.matter.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.lookup.ReadingLine;
import vn.thang.indicator.lookup.ReadingLookup;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.source.ReadingStanding;
import vn.thang.matter.Matter.About;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.MatterSubject;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Time;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/**
 * What a matter can be about among the readings, with its figure of now. About an indicator that measures restricted criteria only
 * those ask, and only those are asked, who may read the answers to these.
 */
@ApplicationScoped
public class ReadingFigures {

    @Inject
    private ReadingLookup readings;

    @Inject
    private ReadingStanding standing;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /** How many agencies report the indicator. */
    public MatterFigure ofIndicator(String code) {
        ReadingStanding.OfIndicator found = standing.ofIndicator(code);
        return MatterFigure.ofCoverage(code, found.coverage().arrived(), found.coverage().expected(), found.newest());
    }

    MatterFigure ofSource(String code) {
        ReadingStanding.OfSource found = standing.ofSource(code);
        return MatterFigure.ofSource(found.health().name(), day(found.lastArrival()));
    }

    private static String day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Time.ZONE).toString();
    }

    /** Code of the agency that is asked first about an indicator. */
    String ownerOfIndicator(String code) {
        return catalog.indicator(code).map(one -> one.owner()).orElse(null);
    }

    /** Code of the agency that is asked first about a source. */
    String agencyOfSource(String code) {
        return standing.ofSource(code).agency();
    }

    MatterSubject indicator(String code, String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        boolean restricted = isRestricted(code);
        if (restricted) {
            caller.check(Permission.VIEW_RESTRICTED, agency.path());
        }
        return new MatterSubject(About.INDICATOR, agency.agency().id(), agency.path(), code, null, restricted,
                ofIndicator(code));
    }

    /** Refuses who may read restricted answers nowhere, before an agency is chosen. */
    void requireSeen(String indicator) {
        if (isRestricted(indicator)) {
            caller.check(Permission.VIEW_RESTRICTED);
        }
    }

    boolean isRestricted(String indicator) {
        return catalog.restrictedIndicators().contains(indicator);
    }

    /** The newest reading of the agency; its own use case refuses who may not read it. */
    MatterSubject reading(String indicator, String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        MatterFigure figure = readings.history(agencyCode, indicator, null).periods().stream().findFirst()
                .map(newest -> figure(newest.holding()))
                .orElse(MatterFigure.ofReading(indicator, null, isPercent(indicator), null));
        return new MatterSubject(About.READING, agency.agency().id(), agency.path(), indicator, null,
                isRestricted(indicator), figure);
    }

    MatterSubject source(String code, String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        return new MatterSubject(About.SOURCE, agency.agency().id(), agency.path(), code, null, false, ofSource(code));
    }

    private MatterFigure figure(ReadingLine line) {
        return MatterFigure.ofReading(line.indicator(), line.figure().value(), isPercent(line.indicator()),
                line.period().label());
    }

    /** The reading by which a criterion was measured. */
    MatterFigure of(MeasuredLevels.Measured measured) {
        return MatterFigure.ofReading(measured.indicator().code(), measured.value(),
                isPercent(measured.indicator().code()), measured.period().label());
    }

    private boolean isPercent(String indicator) {
        return catalog.indicator(indicator).filter(one -> one.unit().equals("percent")).isPresent();
    }
}
