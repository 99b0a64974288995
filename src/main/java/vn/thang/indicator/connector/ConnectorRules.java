package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.JsonRows;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Faults;

/** What a connector must satisfy before it is kept or tried. */
@ApplicationScoped
class ConnectorRules {

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_LIST = 500_000;
    private static final int SHORTEST_SECRET = 8;
    private static final int LONGEST_SECRET = 3_000;
    private static final int HOURS = 24;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** These say who asks for what, or break the connection. */
    private static final Set<String> OTHER_HEADERS = Set.of("accept", "accept-encoding", "host", "content-length",
            "connection", "upgrade", "expect",
            "transfer-encoding", "te", "trailer");

    @Inject
    private Catalog catalog;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Clock clock;

    /** @throws Faults.Refused with every fault at its field */
    void check(ConnectorForm form) {
        Faults faults = new Faults();
        rule(faults, form.code() != null && form.code().matches("[a-z0-9][a-z0-9-]{0,39}"), "code", "code");
        rule(faults, form.name() != null && form.name().length() <= LONGEST_NAME, "name", "name");
        rule(faults, form.kind() != null, null, "kind");
        source(faults, form);
        address(faults, form.address());
        rule(faults, form.everyHours() >= 1 && form.everyHours() <= Schedule.LONGEST, "every", "every",
                Schedule.LONGEST);
        rule(faults, form.atHour() == null || form.atHour() >= 0 && form.atHour() < HOURS, "at", "at");
        content(faults, form);
        faults.refuse();
    }

    /** The part of the rules that reading needs. */
    void readable(ConnectorForm form) {
        Faults faults = new Faults();
        source(faults, form);
        address(faults, form.address());
        content(faults, form);
        faults.refuse();
    }

    private void content(Faults faults, ConnectorForm form) {
        if (form.kind() != null && !form.kind().isCatalogue()) {
            mapping(faults, form);
        }
        agencies(faults, form);
        if (form.secret() != null) {
            credential(faults, form);
        }
    }

    private void source(Faults faults, ConnectorForm form) {
        boolean known = catalog.indicators().stream().anyMatch(one -> one.source().equals(form.source()));
        if (rule(faults, known, "source", "source", form.source()) && form.kind() != null
                && form.kind().isCatalogue()) {
            rule(faults, catalog.indicators().stream()
                    .anyMatch(one -> one.source().equals(form.source()) && one.code().equals(PullTaking.DATASETS)),
                    "source", "not-open-data");
        }
    }

    private static void address(Faults faults, String address) {
        rule(faults, uri(address).isPresent(), "address", "bad-address", address);
    }

    /** The address that a connector may ask; empty where it is none. */
    private static Optional<URI> uri(String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            return address != null && address.length() <= LONGEST_ADDRESS && uri.getHost() != null
                    && uri.getUserInfo() == null && SCHEMES.contains(uri.getScheme()) ? Optional.of(uri)
                            : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void credential(Faults faults, ConnectorForm form) {
        boolean named = rule(faults,
                form.header() != null && !OTHER_HEADERS.contains(form.header().toLowerCase(Locale.ROOT)), "header",
                "header", form.header());
        boolean enough = rule(faults, form.secret().length() <= LONGEST_SECRET
                && form.secret().substring(form.secret().lastIndexOf(' ') + 1).length() >= SHORTEST_SECRET, "secret",
                "secret", SHORTEST_SECRET);
        uri(form.address()).ifPresent(address -> rule(faults, address.getScheme().equals("https")
                || configuration.allowedHosts().contains(address.getHost().toLowerCase(Locale.ROOT)), "secret",
                "secret-plain"));
        if (named && enough) {
            rule(faults, isSendable(form), "header", "header", form.header());
        }
    }

    private static boolean isSendable(ConnectorForm form) {
        try {
            HttpRequest.newBuilder().header(form.header(), form.secret());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void mapping(Faults faults, ConnectorForm form) {
        FieldMapping fields = form.mapping();
        longest(faults, "rows", fields.rows());
        longest(faults, "next", fields.next());
        longest(faults, "agency", fields.agency());
        longest(faults, "period", fields.period());
        longest(faults, "indicatorField", fields.indicatorField());
        longest(faults, "value", fields.value());
        longest(faults, "numerator", fields.numerator());
        longest(faults, "denominator", fields.denominator());
        longest(faults, "measuredAt", fields.measuredAt());
        rule(faults, isPath(fields.rows()), "rows", "path", fields.rows());
        rule(faults, (fields.indicator() == null) != (fields.indicatorField() == null), "indicator", "one-indicator");
        boolean parts = fields.indicator() == null || parts(faults, form);
        if (form.kind() != ConnectorKind.SDMX_CSV) {
            rule(faults, fields.agency() != null, "agency", "fields");
            rule(faults, fields.period() != null, "period", "fields");
            rule(faults, !parts || fields.value() != null || fields.numerator() != null, "value", "fields");
        }
        rule(faults, fields.separator() == null || fields.separator().equals("tab")
                || fields.separator().length() == 1 && !"\"\r\n".contains(fields.separator()), "separator",
                "separator");
        pairs(faults, fields.only(), "only");
    }

    private static void longest(Faults faults, String field, String path) {
        rule(faults, path == null || path.length() <= LONGEST_FIELD, field, "field-long", LONGEST_FIELD);
    }

    /** Whether the indicator is read from this source, and all that it is made of has its field. */
    private boolean parts(Faults faults, ConnectorForm form) {
        FieldMapping fields = form.mapping();
        Indicator indicator = catalog.indicators().stream()
                .filter(one -> one.code().equals(fields.indicator()) && one.formula().isEmpty()
                        && one.source().equals(form.source()))
                .findFirst().orElse(null);
        if (!rule(faults, indicator != null, "indicator", "indicator", fields.indicator(), form.source())) {
            return false;
        }
        return indicator.shape() == Indicator.Shape.RATIO
                ? rule(faults, fields.numerator() != null && fields.denominator() != null,
                        fields.numerator() == null ? "numerator" : "denominator", "parts", indicator.code())
                : rule(faults, fields.value() != null || form.kind() == ConnectorKind.SDMX_CSV, "value", "value",
                        indicator.code());
    }

    private static boolean isPath(String rows) {
        try {
            JsonRows.path(rows);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void agencies(Faults faults, ConnectorForm form) {
        if (rule(faults, form.agencies().length() <= LONGEST_LIST, "agencies", "agencies-long")) {
            Set<String> known = reporting.below(agencies.rootPath(), LocalDate.now(clock)).keySet();
            pairs(faults, form.agencies(), "agencies").values().stream().filter(code -> !known.contains(code))
                    .findFirst().ifPresent(code -> rule(faults, false, "agencies", "agency", code));
        }
    }

    private static Map<String, String> pairs(Faults faults, String text, String field) {
        try {
            return Pairs.of(text);
        } catch (IllegalArgumentException e) {
            rule(faults, false, field, field, e.getMessage());
            return Map.of();
        }
    }

    private static boolean rule(Faults faults, boolean holds, String field, String key, Object... arguments) {
        return faults.require(holds, field, "connector.rule." + key, arguments);
    }
}
