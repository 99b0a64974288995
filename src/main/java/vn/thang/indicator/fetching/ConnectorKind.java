package vn.thang.indicator.fetching;

/** What a connector reads. */
public enum ConnectorKind {

    /** A CKAN portal, by package_search. */
    CKAN,
    /** A DCAT-AP catalogue. */
    DCAT,
    /** Rows in a JSON document. */
    JSON,
    /** Rows in a CSV document. */
    CSV,
    /** Observations in SDMX-CSV. */
    SDMX_CSV;

    /** Whether datasets come of it, whose points become readings; otherwise readings themselves. */
    public boolean isCatalogue() {
        return this == CKAN || this == DCAT;
    }
}
