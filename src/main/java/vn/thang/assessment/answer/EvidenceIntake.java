package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.BusinessException;

/** Takes files that are offered as evidence: of a right type and size, within what an agency may keep, and looked at by the scanner. */
@ApplicationScoped
public class EvidenceIntake {

    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    private Evidences evidences;

    @Inject
    private EvidenceScanner scanner;

    @Inject
    private Event<ScanEvent> events;

    @Inject
    @ConfigProperty(name = "thang.evidence.max-bytes", defaultValue = "10485760")
    private long mostBytes;

    @Inject
    @ConfigProperty(name = "thang.evidence.agency-bytes", defaultValue = "2147483648")
    private long mostBytesOfAgency;

    /** The size of the largest file that is taken. */
    public long mostBytes() {
        return mostBytes;
    }

    /**
     * Returns the file that is offered to an agency, with what the scanner says of it, which takes its time: asked for while no
     * connection to the database is held.
     *
     * @throws BusinessException when it is of another type, or too much, or the scanner finds something
     */
    public EvidenceFile taken(AssessmentHead head, String name, byte[] content) {
        EvidenceFile file = EvidenceFile.of(name, content, mostBytes);
        requireRoom(head, file);
        return scanned(head, file);
    }

    /** Asked again when the file is kept, since others may have come while the scanner looked. */
    public void requireRoom(AssessmentHead head, EvidenceFile file) {
        if (evidences.bytes(head.agencyId()) + file.content().length > mostBytesOfAgency) {
            throw new BusinessException("evidence.quota", file.name(), mostBytesOfAgency / MEGABYTE);
        }
    }

    private EvidenceFile scanned(AssessmentHead head, EvidenceFile file) {
        EvidenceScanner.Look look = scanner.offered(file.content());
        if (look.state() == ScanState.FOUND) {
            events.fire(new ScanEvent.OfferedFileRefused(head.id(), head.agencyId(), file.name(), file.sha256(),
                    look.finding()));
            throw new BusinessException("evidence.infected", file.name(), look.finding());
        }
        return file.scanned(look.state());
    }
}
