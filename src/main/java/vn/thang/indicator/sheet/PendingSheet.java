package vn.thang.indicator.sheet;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;

/** The one sheet of a session that was checked and may be confirmed; another one or the end of the session drops it. */
@SessionScoped
public class PendingSheet implements Serializable {

    private static final long serialVersionUID = 1L;

    private String about;
    private String hash;
    private String name;
    private byte[] content;

    /** @param newAbout the source or the round that it is for */
    void keep(String newAbout, String newHash, String newName, byte[] newContent) {
        about = newAbout;
        hash = newHash;
        name = newName;
        content = newContent.clone();
    }

    /** The content, when this is the sheet that was checked last. */
    Optional<byte[]> content(String wantedAbout, String wantedHash) {
        return hash != null && hash.equals(wantedHash) && about.equals(wantedAbout) ? Optional.of(content.clone())
                : Optional.empty();
    }

    String name() {
        return name;
    }

    void drop() {
        hash = null;
        content = null;
    }
}
