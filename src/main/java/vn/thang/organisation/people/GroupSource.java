package vn.thang.organisation.people;

/** A group of a provider. */
public record GroupSource(String issuer, String group) {
}
