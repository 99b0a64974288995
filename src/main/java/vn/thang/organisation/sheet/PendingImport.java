package vn.thang.organisation.sheet;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;

/** The one file of a session that was checked and may be applied; another file or the end of the session drops it. */
@SessionScoped
public class PendingImport implements Serializable {

    private static final long serialVersionUID = 1L;

    private String hash;
    private String name;
    private byte[] content;

    public void keep(String newHash, String newName, byte[] newContent) {
        hash = newHash;
        name = newName;
        content = newContent.clone();
    }

    /** The content, when this is the file that was checked last. */
    public Optional<byte[]> content(String wantedHash) {
        return hash != null && hash.equals(wantedHash) ? Optional.of(content.clone()) : Optional.empty();
    }

    public String name() {
        return name;
    }

    public void drop() {
        hash = null;
        content = null;
    }
}
