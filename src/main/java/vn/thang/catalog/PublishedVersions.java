package vn.thang.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The published versions of models, which all servers share; they are added, and never change. Whoever keeps them knows the
 * database, so that the catalog does not.
 */
public interface PublishedVersions {

    /**
     * A version as it was published.
     *
     * @param early whether it was published before sentences named the numbers of the structure
     * @param files content by name, such as model.yaml
     */
    record Version(String ref, String sha256, boolean early, Map<String, byte[]> files) {
    }

    /**
     * Who published a version, and when.
     *
     * @param proposer  who proposed it; null for a version that came with the application
     * @param publisher another person; null likewise
     */
    record Publication(Long proposer, Long publisher, Instant at) {
    }

    /** The number of the version that was published last; 0 where there is none. */
    int last();

    /** All of them, in the order in which they were published. */
    List<Version> list();

    /** Adds a version; answers false, and adds nothing, where it is there already. */
    boolean add(Version version, Publication publication);
}
