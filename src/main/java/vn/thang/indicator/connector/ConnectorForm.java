package vn.thang.indicator.connector;

import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;

/**
 * A connector as an administrator describes it.
 *
 * @param code     cannot be changed later
 * @param agencies pairs of what the source calls an agency and its code here, one a line
 * @param header   name of the header with the credential; null for none
 * @param secret   the credential; null to leave the stored one, and always null when it is read
 */
public record ConnectorForm(String code, String name, String source, ConnectorKind kind, String address,
        FieldMapping mapping, String agencies,
        int everyHours, Integer atHour, String header, String secret, boolean active) {

    /** For the trail: everything but what may be secret, such as the query of an address. */
    @Override
    public String toString() {
        return "%s %s %s source=%s every=%d at=%s active=%s header=%s mapping=%s agencies=%d".formatted(code, kind,
                address == null ? null : address.replaceFirst("[?#].*", ""),
                source, everyHours, atHour, active, header, mapping.json(),
                agencies.lines().filter(line -> !line.isBlank()).count());
    }
}
