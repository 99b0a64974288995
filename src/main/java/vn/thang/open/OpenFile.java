package vn.thang.open;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.platform.Sha256;

/**
 * A file that everybody reads.
 *
 * @param name in its address; with a slash inside it is what stands behind a page
 */
public record OpenFile(String name, String mediaType, byte[] content, String sha256) {

    static OpenFile of(String name, String mediaType, byte[] content) {
        return new OpenFile(name, mediaType, content, Sha256.hex(content));
    }

    /** Returns the hash over the hashes of files by their names. */
    static String hash(Map<String, String> hashes) {
        return Sha256
                .hex(new TreeMap<>(hashes).entrySet().stream().map(one -> one.getKey() + " " + one.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Whether it tells figures of targets. */
    static boolean ofTargets(String name) {
        return name.startsWith("targets.") || name.startsWith("history.");
    }

    /** Whether it is offered for taking away. */
    public boolean data() {
        return !name.contains("/");
    }

    public int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenFile file && name.equals(file.name) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
