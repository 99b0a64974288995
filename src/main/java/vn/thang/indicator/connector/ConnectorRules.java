package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.JsonRows;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.BusinessException;

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

    /** @throws BusinessException naming the first fault */
    void check(ConnectorForm form) {
        require(form.code() != null && form.code().matches("[a-z0-9][a-z0-9-]{0,39}"), "code");
        require(form.name() != null && form.name().length() <= LONGEST_NAME, "name");
        require(form.everyHours() >= 1 && form.everyHours() <= Schedule.LONGEST, "every", Schedule.LONGEST);
        require(form.atHour() == null || form.atHour() >= 0 && form.atHour() < HOURS, "at");
        require(form.kind() != null, "kind");
        readable(form);
    }

    /** The part of the rules that reading needs. */
    void readable(ConnectorForm form) {
        address(form.address());
        require(catalog.indicators().stream().anyMatch(one -> one.source().equals(form.source())), "source",
                form.source());
        require(form.agencies().length() <= LONGEST_LIST, "agencies-long");
        credential(form);
        if (form.kind().isCatalogue()) {
            require(catalog.indicators().stream()
                    .anyMatch(one -> one.source().equals(form.source()) && one.code().equals(PullTaking.DATASETS)),
                    "not-open-data");
        } else {
            mapping(form);
        }
        agencies(form);
    }

    private static void address(String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            require(address != null && address.length() <= LONGEST_ADDRESS && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(uri.getScheme()), "bad-address", address);
        } catch (IllegalArgumentException e) {
            throw new BusinessException("connector.rule.bad-address", address);
        }
    }

    private void credential(ConnectorForm form) {
        if (form.secret() == null) {
            return;
        }
        require(form.header() != null && !OTHER_HEADERS.contains(form.header().toLowerCase(Locale.ROOT)), "header",
                form.header());
        require(form.secret().length() <= LONGEST_SECRET
                && form.secret().substring(form.secret().lastIndexOf(' ') + 1).length() >= SHORTEST_SECRET, "secret",
                SHORTEST_SECRET);
        URI address = URI.create(form.address());
        require(address.getScheme().equals("https")
                || configuration.allowedHosts().contains(address.getHost().toLowerCase(Locale.ROOT)), "secret-plain");
        try {
            HttpRequest.newBuilder().header(form.header(), form.secret());
        } catch (IllegalArgumentException e) {
            throw new BusinessException("connector.rule.header", form.header());
        }
    }

    private void mapping(ConnectorForm form) {
        FieldMapping fields = form.mapping();
        for (String field : new String[]{fields.rows(), fields.next(), fields.indicatorField(), fields.agency(),
                fields.period(), fields.numerator(),
                fields.denominator(), fields.value(), fields.measuredAt()}) {
            require(field == null || field.length() <= LONGEST_FIELD, "field-long", LONGEST_FIELD);
        }
        require((fields.indicator() == null) != (fields.indicatorField() == null), "one-indicator");
        if (fields.indicator() != null) {
            Indicator indicator = catalog.indicators().stream()
                    .filter(one -> one.code().equals(fields.indicator()) && one.formula().isEmpty()
                            && one.source().equals(form.source()))
                    .findFirst().orElse(null);
            require(indicator != null, "indicator", fields.indicator(), form.source());
            boolean ratio = indicator.shape() == Indicator.Shape.RATIO;
            require(ratio ? fields.numerator() != null && fields.denominator() != null
                    : fields.value() != null || form.kind() == ConnectorKind.SDMX_CSV,
                    ratio ? "parts" : "value", indicator.code());
        }
        boolean named = fields.agency() != null && fields.period() != null
                && (fields.value() != null || fields.numerator() != null);
        require(named || form.kind() == ConnectorKind.SDMX_CSV, "fields");
        require(fields.separator() == null || fields.separator().length() == 1 && !"\"\r\n".contains(fields.separator())
                || fields.separator().equals("tab"),
                "separator");
        pairs(fields.only(), "only");
        try {
            JsonRows.path(fields.rows());
        } catch (IllegalArgumentException e) {
            throw new BusinessException("connector.rule.path", fields.rows());
        }
    }

    private void agencies(ConnectorForm form) {
        Set<String> known = reporting.below(agencies.rootPath(), LocalDate.now(clock)).keySet();
        pairs(form.agencies(), "agencies").values().forEach(code -> require(known.contains(code), "agency", code));
    }

    private static Map<String, String> pairs(String text, String key) {
        try {
            return Pairs.of(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException("connector.rule." + key, e.getMessage());
        }
    }

    private static void require(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new BusinessException("connector.rule." + key, arguments);
        }
    }
}
