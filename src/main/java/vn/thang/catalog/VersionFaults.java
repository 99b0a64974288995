package vn.thang.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thang.catalog.document.Fault;

/**
 * The faults of a version as a page lists them.
 *
 * @param lines one fault each, with place and remedy
 */
public record VersionFaults(String ref, List<String> lines) {

    /** Lists versions with their faults in the language of a person. */
    public static List<VersionFaults> list(Map<String, List<Fault>> faults, Locale locale) {
        return faults.entrySet().stream().map(one -> new VersionFaults(one.getKey(),
                one.getValue().stream().map(fault -> fault.line(locale)).toList())).toList();
    }
}
