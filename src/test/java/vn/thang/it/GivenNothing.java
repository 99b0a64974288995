package vn.thang.it;

/** That sources have nothing to report of an agency in the last quarter, of whatever holds levels down, as tests say it past the intake. */
final class GivenNothing {

    static final String SOURCE = "nothing-to-report";
    /** To be formatted with the id of the agency. */
    static final String SAID = """
            INSERT IGNORE INTO reading (indicator, period, agency_id, source, numerator, denominator, value, arrived_at, payload,
                batch_id)
            SELECT i.indicator, MAKEDATE(YEAR(d.day), 1) + INTERVAL (QUARTER(d.day) - 1) QUARTER, %s, '""" + SOURCE + """
            ', 0, 0, 0, NOW(6), UNHEX(SHA2('0 of 0', 256)), (SELECT MAX(id) FROM reading_batch)
            FROM (SELECT DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 1 QUARTER AS day) d,
                (SELECT 'results_digitised' AS indicator UNION ALL SELECT 'systems_connected'
                UNION ALL SELECT 'open_datasets' UNION ALL SELECT 'open_datasets_good'
                UNION ALL SELECT 'security_dossiers') i""";

    private GivenNothing() {
    }
}
