package vn.thang.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import vn.thang.platform.Sha256;

/** A value of an entry that may have to be hidden or erased. The entry holds its salted hash, so that nothing breaks without it. */
@Entity
@Table(name = "trail_value")
public class ApartValue {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES_OF_SALT = 16;

    /** Which of the hashes of an entry a value belongs to. */
    public enum Kind {
        BEFORE, AFTER, ADDRESS
    }

    @EmbeddedId
    private Place place;

    @Column(name = "salt")
    private String salt;

    @Column(name = "content")
    private String content;

    /** The entry and the hash that a value belongs to. */
    @Embeddable
    static class Place implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "entry_id")
        private long entry;

        @Column(name = "kind")
        @Enumerated(EnumType.STRING)
        private Kind kind;

        protected Place() {
        }

        Place(long entry, Kind kind) {
            this.entry = entry;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && entry == place.entry && kind == place.kind;
        }

        @Override
        public int hashCode() {
            return Objects.hash(entry, kind);
        }
    }

    protected ApartValue() {
    }

    ApartValue(long entry, Kind kind, String content) {
        byte[] random = new byte[BYTES_OF_SALT];
        RANDOM.nextBytes(random);
        this.place = new Place(entry, kind);
        this.salt = HexFormat.of().formatHex(random);
        this.content = content;
    }

    Kind kind() {
        return place.kind;
    }

    public String hash() {
        return hash(salt, content);
    }

    public static String hash(String salt, String content) {
        return Sha256.hex(salt + content);
    }
}
