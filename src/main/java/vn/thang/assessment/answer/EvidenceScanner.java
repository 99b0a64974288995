package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.BusinessException;

/**
 * Has files of evidence looked at by a scanner, where one is configured. Where it does not answer, a file is kept as not scanned,
 * or refused if the ministry wants that.
 */
@ApplicationScoped
public class EvidenceScanner {

    private static final int LONGEST_FINDING = 200;
    /** So many are shown to it at once; who comes beyond them waits a little. */
    static final int AT_ONCE = 16;
    private static final int WAIT_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(EvidenceScanner.class.getName());

    @Inject
    @ConfigProperty(name = "thang.scanner.address")
    private Optional<String> address;

    @Inject
    @ConfigProperty(name = "thang.scanner.seconds", defaultValue = "20")
    private int seconds;

    /** Whether a file is refused while the scanner does not answer. */
    @Inject
    @ConfigProperty(name = "thang.scanner.required", defaultValue = "false")
    private boolean required;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    protected EvidenceScanner() {
    }

    EvidenceScanner(String address, int seconds, boolean required) {
        this.address = Optional.ofNullable(address);
        this.seconds = seconds;
        this.required = required;
    }

    /**
     * What a look has shown.
     *
     * @param finding  what was found; null for nothing
     * @param answered whether there was a scanner that said anything
     */
    public record Look(ScanState state, String finding, boolean answered) {

        static final Look NONE = new Look(ScanState.NOT_SCANNED, null, false);
        /** The scanner answers, and cannot tell of this content. */
        static final Look UNSURE = new Look(ScanState.NOT_SCANNED, null, true);
    }

    public boolean isConfigured() {
        return clamd().isPresent();
    }

    private Optional<Clamd> clamd() {
        return address.map(String::strip).filter(where -> !where.isEmpty())
                .map(where -> new Clamd(where, Duration.ofSeconds(seconds)));
    }

    /**
     * Looks at a content that is offered.
     *
     * @throws BusinessException when the scanner does not answer and has to
     */
    Look offered(byte[] content) {
        Look look = look(content);
        if (look.state() == ScanState.NOT_SCANNED && isConfigured() && required) {
            throw new BusinessException("evidence.scanner-silent");
        }
        return look;
    }

    /** Looks at a content that is kept; not scanned where the scanner does not answer. */
    public Look look(byte[] content) {
        Optional<Clamd> clamd = clamd();
        if (clamd.isEmpty()) {
            return Look.NONE;
        }
        if (!isMyTurn()) {
            LOG.log(Level.WARNING, "{0} contents wait for the scanner already", AT_ONCE);
            return Look.NONE;
        }
        try {
            String finding = clamd.get().found(content);
            return finding == null ? new Look(ScanState.CLEAN, null, true) : new Look(ScanState.FOUND,
                    finding.substring(0, Math.min(LONGEST_FINDING, finding.length())), true);
        } catch (Clamd.Unsure e) {
            LOG.log(Level.WARNING, "A content cannot be scanned: {0}", e.getMessage());
            return Look.UNSURE;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The scanner at {0} gives no answer: {1}",
                    new Object[]{clamd.get().address(), e.getMessage()});
            return Look.NONE;
        } finally {
            turns.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
