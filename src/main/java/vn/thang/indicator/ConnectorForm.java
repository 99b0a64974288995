package vn.thang.indicator;

/**
 * A connector as an administrator describes it.
 *
 * @param code     cannot be changed later
 * @param agencies pairs of what the source calls an agency and its code here, one a line
 * @param header   name of the header with the credential; null for none
 * @param secret   the credential; null to leave the stored one, and always null when it is read
 */
public record ConnectorForm(String code, String name, String source, ConnectorKind kind, String address, FieldMapping mapping, String agencies,
        int everyHours, Integer atHour, String header, String secret, boolean active) {

    @Override
    public String toString() {
        return code + " " + kind + " " + address;
    }
}
