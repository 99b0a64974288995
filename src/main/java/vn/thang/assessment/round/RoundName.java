package vn.thang.assessment.round;

/** A round as it stands in a choice: by its code, which stands in addresses, and its name. */
public record RoundName(String code, String name) {
}
