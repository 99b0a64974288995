package vn.thang.organisation.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;

/** The kinds of agency, in the order in which lists show them. The country is the root of the tree and is not assessed. */
public enum AgencyType {

    COUNTRY("country", "quoc gia"),
    MINISTRY("ministry", "bo"),
    MINISTERIAL_AGENCY("ministerial-agency", "co quan ngang bo"),
    GOVERNMENT_AGENCY("government-agency", "co quan thuoc chinh phu"),
    PROVINCE("province", "tinh", "thanh pho", "thanh pho truc thuoc trung uong", "cap tinh"),
    COMMUNE("commune", "xa", "phuong", "dac khu", "cap xa");

    private final String key;
    private final List<String> otherNames;

    AgencyType(String key, String... otherNames) {
        this.key = key;
        this.otherNames = List.of(otherNames);
    }

    /** What files, models and the database call it. */
    public String key() {
        return key;
    }

    /** Keys of the types that are assessed: all but the country. */
    public static List<String> assessed() {
        return Stream.of(values()).filter(type -> type != COUNTRY).map(AgencyType::key).toList();
    }

    public String name(Locale locale) {
        return Texts.text(locale, "organisation.type." + key);
    }

    public static Optional<AgencyType> find(String key) {
        return Stream.of(values()).filter(type -> type.key.equals(key)).findFirst();
    }

    /** By its key, by its name in any language, or by what people commonly write. */
    public static Optional<AgencyType> written(String text) {
        String folded = Folded.of(text);
        return Arrays.stream(values())
                .filter(type -> type.key.equals(text.strip()) || type.otherNames.contains(folded)
                        || Texts.LANGUAGES.stream().anyMatch(locale -> Folded.of(type.name(locale)).equals(folded)))
                .findFirst();
    }
}
