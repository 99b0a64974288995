package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.platform.work.ReportContent;
import vn.thang.report.RoundFacts;
import vn.thang.report.room.Report.Format;
import vn.thang.report.room.Report.Parameter;
import vn.thang.report.room.ReportWorkbook.Fact;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;

/** Reads what a report is asked for by, fills in what is not said, and refuses what there is none of or what is out of reach. */
@ApplicationScoped
class ReportAsking {

    static final String COUNTRY = "VN";

    @Inject
    private RoundFacts facts;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What a report is asked for by; what it does not ask for is null.
     *
     * @param day   the day that is looked at
     * @param since the first day that is looked at
     * @param sample number of a sample to which the file is limited
     */
    record Asked(RoundFacts.RoundFact round, RoundFacts.RoundFact earlier, RoundFacts.AgencyFact agency,
            LocalDate day, LocalDate since, Long sample, LocalDate today) {

        /** The parameters of statements. */
        Map<String, Object> bound() {
            Map<String, Object> bound = new HashMap<>();
            bound.put(Parameter.ROUND.bound(), round == null ? null : round.id());
            bound.put(Parameter.EARLIER.bound(), earlier == null ? null : earlier.id());
            bound.put(Parameter.AGENCY.bound(), agency == null ? null : agency.path() + "%");
            bound.put(Parameter.DAY.bound(), day);
            bound.put(Parameter.SINCE.bound(), since);
            return bound;
        }

        /** What was asked for by name, with what was filled in. */
        Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>();
            put(parameters, Parameter.ROUND, round == null ? null : round.code());
            put(parameters, Parameter.EARLIER, earlier == null ? null : earlier.code());
            put(parameters, Parameter.AGENCY, agency == null ? null : agency.code());
            put(parameters, Parameter.DAY, day);
            put(parameters, Parameter.SINCE, since);
            put(parameters, Parameter.SAMPLE, sample);
            return parameters;
        }

        private static void put(Map<String, String> parameters, Parameter parameter, Object value) {
            if (value != null) {
                parameters.put(parameter.key(), value.toString());
            }
        }

        /**
         * What rows are asked for that a use case computes.
         *
         * @param country stands at the top where no agency is asked for
         */
        ReportRows.Asked rows(RoundFacts.AgencyFact country, Locale language) {
            RoundFacts.AgencyFact top = agency == null ? country : agency;
            return new ReportRows.Asked(round == null ? null : round.code(), top.code(), top.path(), since, day,
                    language);
        }

        /** What a file is asked for that a use case makes whole. */
        ReportContent.Asked content(Locale language) {
            return new ReportContent.Asked(round.code(), round.id(), agency.code(), agency.path(), sample, language);
        }

        /** The name of the file of a form. */
        String file(Report report, ReportForm.Filling form) {
            return named(report, "-mau-" + form.version() + "." + form.kind().ending());
        }

        /** The name of the file. */
        String file(Report report, Format format) {
            return named(report, "." + format.ending());
        }

        private String named(Report report, String end) {
            return "thang-" + report.id() + String.join("", parameters().values().stream().map(one -> "-" + one)
                    .toList()) + end;
        }
    }

    /** @throws BusinessException where something is asked for that there is not, or that is not for this person */
    Asked of(Report report, ReportRoom.Request request) {
        if (request.form() == null && !report.formats().contains(request.format())) {
            throw new BusinessException("report.no-such-format", request.format().ending());
        }
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        RoundFacts.AgencyFact agency = report.asks(Parameter.AGENCY) ? agency(report, request) : null;
        if (report.national()) {
            caller.check(report.permission(), facts.agency(COUNTRY).path());
        }
        RoundFacts.RoundFact round = report.asks(Parameter.ROUND) ? facts.round(needed(request, Parameter.ROUND))
                : null;
        RoundFacts.RoundFact earlier = report.asks(Parameter.EARLIER)
                ? facts.round(needed(request, Parameter.EARLIER)) : null;
        if (earlier != null) {
            compare(earlier, round);
        }
        return new Asked(round, earlier, agency, report.asks(Parameter.DAY) ? day(request, Parameter.DAY, today) : null,
                report.asks(Parameter.SINCE) ? day(request, Parameter.SINCE, today.minusYears(1)) : null,
                report.asks(Parameter.SAMPLE) ? sample(request) : null, today);
    }

    private RoundFacts.AgencyFact agency(Report report, ReportRoom.Request request) {
        RoundFacts.AgencyFact agency = facts.agency(
                given(request, Parameter.AGENCY) == null ? highest(report.permission())
                        : given(request, Parameter.AGENCY));
        caller.check(report.permission(), agency.path());
        return agency;
    }

    /** The agency at the top of what the person may take. */
    private String highest(Permission permission) {
        return caller.can(permission, facts.agency(COUNTRY).path()) ? COUNTRY
                : caller.grants().stream().filter(grant -> grant.role().allows(permission)).map(Grant::agencyCode)
                        .findFirst().orElse(COUNTRY);
    }

    /** Levels of two rounds are compared where they mean the same. */
    private void compare(RoundFacts.RoundFact earlier, RoundFacts.RoundFact later) {
        if (!catalog.compares(later.modelRef(), earlier.modelRef()) || earlier.dueOn().isAfter(later.dueOn())
                || earlier.id() == later.id()) {
            throw new BusinessException("report.rounds-do-not-compare", earlier.name(), later.name());
        }
    }

    private static String needed(ReportRoom.Request request, Parameter parameter) {
        String given = given(request, parameter);
        if (given == null) {
            throw new BusinessException("report.missing." + parameter.key());
        }
        return given;
    }

    private static String given(ReportRoom.Request request, Parameter parameter) {
        return GivenText.orNull(request.parameters().get(parameter.key()));
    }

    private static LocalDate day(ReportRoom.Request request, Parameter parameter, LocalDate otherwise) {
        String given = given(request, parameter);
        try {
            return given == null ? otherwise : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new BusinessException("report.no-day", given);
        }
    }

    private static Long sample(ReportRoom.Request request) {
        String given = given(request, Parameter.SAMPLE);
        if (given != null && !given.matches("[0-9]{1,18}")) {
            throw new BusinessException("report.no-sample", given);
        }
        return given == null ? null : Long.valueOf(given);
    }

    /** What the file says about itself. */
    List<Fact> facts(Report report, Asked asked, Locale language) {
        List<Fact> told = new ArrayList<>();
        told.add(new Fact(Texts.text(language, "report.purpose"), report.purpose().in(language)));
        round(told, "dashboard.round", asked.round(), language);
        round(told, "report.parameter.earlier", asked.earlier(), language);
        if (asked.earlier() != null) {
            VersionStep.between(catalog, asked.earlier().modelRef(), asked.round().modelRef()).ifPresent(
                    step -> told.add(new Fact(Texts.text(language, "report.file.versions"), step.words(language))));
        }
        if (asked.agency() != null) {
            told.add(new Fact(Texts.text(language, "report.parameter.agency"),
                    asked.agency().name() + " (" + asked.agency().code() + ")"));
        }
        if (asked.day() != null) {
            told.add(new Fact(Texts.text(language, "report.parameter.day"), Texts.day(language, asked.day())));
        }
        if (asked.since() != null) {
            told.add(new Fact(Texts.text(language, "report.parameter.since"), Texts.day(language, asked.since())));
        }
        told.add(new Fact(Texts.text(language, "list.file.taken"), Texts.moment(language, clock.instant())));
        told.add(new Fact(Texts.text(language, "report.file.restricted"),
                Texts.text(language, "report.file.restricted.text")));
        return told;
    }

    private void round(List<Fact> told, String key, RoundFacts.RoundFact round, Locale language) {
        if (round != null) {
            String rehearsal = round.rehearsal() ? " · " + Texts.text(language, "report.file.rehearsal") : "";
            told.add(new Fact(Texts.text(language, key), round.name() + " (" + round.code() + ") · "
                    + Texts.text(language, ResultStanding.of(round.state()).key()) + rehearsal));
            told.add(new Fact(Texts.text(language, "report.file.model"),
                    round.modelRef() + " · SHA-256 " + catalog.hash(round.modelRef())));
        }
    }
}
