package vn.thang.indicator.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import vn.thang.indicator.lookup.IndicatorPage;
import vn.thang.indicator.reading.Figure;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.web.NoticePage;

/** A sheet of readings of a source, or of denominators of a round: chosen, checked, and confirmed as it was shown. */
@Named
@RequestScoped
public class SheetPage {

    private static final int MOST_SHOWN = 200;

    @Inject
    private SheetIntake intake;

    @Inject
    private DenominatorSheet denominators;

    @Inject
    private PendingSheet pending;

    @Inject
    private NoticePage notices;

    @Inject
    private IndicatorPage words;

    @Inject
    private Formats formats;

    @Inject
    @Param
    private String source;

    @Inject
    @Param
    private String round;

    @Inject
    @Param(name = "file")
    private String hash;

    /** Of the report that stood on the page when it was confirmed. */
    @Inject
    @Param
    private String fingerprint;

    private Part file;
    private boolean rightRowsOnly;
    private List<String> sources;
    private SheetReport report;

    /** Whether this person may send anything; the error page otherwise. */
    public boolean isFound() {
        if (sources == null) {
            sources = notices.found(intake::sources);
            source = sources != null && source == null && round == null ? sources.get(0) : source;
        }
        return sources != null;
    }

    public String check() {
        if (!isFound()) {
            return null;
        }
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("organisation.import.choose"));
            return null;
        }
        byte[] content = content();
        String[] checked = new String[1];
        if (!notices.attempt(() -> checked[0] = check(content).hash())) {
            return null;
        }
        pending.keep(about(), checked[0], file.getSubmittedFileName(), content);
        return address() + "&file=" + checked[0];
    }

    public String confirm() {
        byte[] content = isFound() ? pending.content(about(), hash).orElse(null) : null;
        if (content == null) {
            notices.refuse(new BusinessException("organisation.import.gone"));
            return null;
        }
        long[] work = {0};
        boolean started = notices.attempt(() -> {
            work[0] = round == null ? intake.start(source, content, fingerprint, rightRowsOnly)
                    : denominators.start(round, content, fingerprint, rightRowsOnly);
            pending.drop();
        });
        return started ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    private SheetReport check(byte[] content) {
        return round == null ? intake.check(source, content) : denominators.check(round, content);
    }

    private String about() {
        return round == null ? "source " + source : "round " + round;
    }

    private String address() {
        return "/indicator/sheet?faces-redirect=true&" + (round == null ? "source=" + source : "round=" + round);
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(ReadingSheet.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SheetReport getReport() {
        if (report == null && hash != null && isFound()) {
            report = notices.found(() -> pending.content(about(), hash).map(this::check).orElse(null));
        }
        return report;
    }

    public boolean isGone() {
        return hash != null && getReport() == null;
    }

    /** The first of a long list; the page says how many there are in all. */
    public <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(MOST_SHOWN, rows.size()));
    }

    public boolean isCut() {
        return Stream.of(report.faults(), report.added(), report.corrected())
                .anyMatch(rows -> rows.size() > MOST_SHOWN);
    }

    /** A reading in the unit of its indicator; a denominator is a number of things. */
    public String figure(String indicator, Figure figure) {
        return round == null ? words.figure(indicator, figure) : formats.number(figure.value());
    }

    public String getTemplate() {
        return round == null ? "reading-sheets/" + source + ".xlsx" : "denominator-sheets/" + round + ".xlsx";
    }

    public List<String> getSources() {
        return sources;
    }

    public String getSource() {
        return source;
    }

    public String getRound() {
        return round;
    }

    public String getHash() {
        return hash;
    }

    public String getName() {
        return pending.name();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public boolean isRightRowsOnly() {
        return rightRowsOnly;
    }

    public void setRightRowsOnly(boolean rightRowsOnly) {
        this.rightRowsOnly = rightRowsOnly;
    }
}
