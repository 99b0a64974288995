package vn.thang.catalog.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The published versions of models and of the programme, which all servers share; they are added, and never change. Whoever keeps them knows the
 * database, so that the catalog does not.
 */
public interface PublishedVersions {

    /** What a version is a version of. */
    enum Kind {
        MODEL, PROGRAMME
    }

    /**
     * A version as it was published.
     *
     * @param early whether it was published before sentences named the numbers of the structure
     * @param files content by name, such as model.yaml
     * @param on    the day of its publication in Viet Nam; null where nothing depends on it
     */
    record Version(Kind kind, String ref, String sha256, boolean early, Map<String, byte[]> files, LocalDate on) {

        /** A version of a model. */
        public Version(String ref, String sha256, boolean early, Map<String, byte[]> files) {
            this(Kind.MODEL, ref, sha256, early, files, null);
        }
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
