package vn.thang.audit.check;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.audit.reading.TrailReading;
import vn.thang.platform.web.NoticePage;

/** Verifies the trail when an auditor asks for it, and shows what is wrong. */
@Named
@RequestScoped
public class TrailVerificationPage {

    @Inject
    private TrailVerification verification;

    @Inject
    private TrailReading reading;

    @Inject
    private NoticePage notices;

    private Long block;
    private String hash;
    private Verified verified;
    private TrailReading.Sealing sealing;

    /** Refuses whoever may not read the trail before anything is shown. */
    public void load() {
        sealing = notices.found(reading::sealing);
    }

    /** Verifies the trail, and one block against its hash where that is given. */
    public void verify() {
        notices.attempt(() -> verified = verification.verify(block, hash));
    }

    public TrailReading.Sealing getSealing() {
        if (sealing == null) {
            sealing = reading.sealing();
        }
        return sealing;
    }

    public Verified getVerified() {
        return verified;
    }

    public Long getBlock() {
        return block;
    }

    public void setBlock(Long block) {
        this.block = block;
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash;
    }
}
