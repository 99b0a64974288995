package vn.thang.organisation.sheet;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/**
 * A file that is chosen, checked, and then applied as it was checked.
 *
 * @param <R> what the check reports
 */
public abstract class FilePage<R> {

    private static final int MOST_SHOWN = 200;

    @Inject
    private PendingImport pending;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    private Part file;
    private String hash;
    private boolean rightRowsOnly;
    private R report;

    /** Refuses whoever may not apply such files. */
    protected abstract void open();

    protected abstract R check(byte[] content);

    /** Starts the work that applies the file and answers its id. */
    protected abstract long start(String name, byte[] content, boolean rightRows);

    protected abstract String hash(R checked);

    /** Returns the lists of a report, each of which may be long. */
    protected abstract Stream<List<?>> lists(R checked);

    /** Returns the address of the page. */
    protected abstract String address();

    protected abstract int mostBytes();

    /** The file is named by the address, or by the form that applies it: known before any part of the page is decoded. */
    @PostConstruct
    void begin() {
        hash = faces.getExternalContext().getRequestParameterMap().get("file");
    }

    public void load() {
        notices.found(() -> {
            open();
            return null;
        });
    }

    /** Checks the file; what comes out has an address of its own until another file is chosen. */
    public String check() {
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("organisation.import.choose"));
            return null;
        }
        byte[] content = content();
        String[] checked = new String[1];
        if (!notices.attempt(() -> checked[0] = hash(check(content)))) {
            return null;
        }
        pending.keep(checked[0], file.getSubmittedFileName(), content);
        return address() + "?faces-redirect=true&file=" + checked[0];
    }

    public String apply() {
        byte[] content = pending.content(hash).orElse(null);
        if (content == null) {
            notices.refuse(new BusinessException("organisation.import.gone"));
            return null;
        }
        long[] work = {0};
        boolean started = notices.attempt(() -> {
            work[0] = start(pending.name(), content, rightRowsOnly);
            pending.drop();
        });
        return started ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(mostBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of a long list; the page says how many there are in all. */
    public <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(MOST_SHOWN, rows.size()));
    }

    public boolean isCut() {
        return lists(report).anyMatch(rows -> rows.size() > MOST_SHOWN);
    }

    public boolean isGone() {
        return hash != null && getReport() == null;
    }

    public R getReport() {
        if (report == null && hash != null) {
            Function<byte[], R> checking = this::check;
            report = notices.found(() -> pending.content(hash).map(checking).orElse(null));
        }
        return report;
    }

    public String getName() {
        return pending.name();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part part) {
        file = part;
    }

    public String getHash() {
        return hash;
    }

    public boolean isRightRowsOnly() {
        return rightRowsOnly;
    }

    public void setRightRowsOnly(boolean only) {
        rightRowsOnly = only;
    }
}
