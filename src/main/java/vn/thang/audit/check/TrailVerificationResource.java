package vn.thang.audit.check;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verifies the trail, for auditors and their scripts. */
@Path("trail/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verification")
public class TrailVerificationResource {

    @Inject
    private TrailVerification verification;

    /** What a verification of the trail found. */
    @Schema(name = "VerifiedTrail", requiredProperties = {"intact", "blocks", "entries", "waiting", "behindAnchor",
            "wrong", "faults"})
    public record VerifiedTrail(@Schema(description = "Whether nothing is wrong") boolean intact,
            @Schema(description = "How many blocks there are", examples = "120") long blocks,
            @Schema(description = "How many entries are sealed", examples = "9120") long entries,
            @Schema(description = "How many entries are in no block yet", examples = "3") long waiting,
            @Schema(description = "When the last block was sealed") Instant sealedAt,
            @Schema(description = "Hash of the last block, which covers all before; keep it outside") String head,
            @Schema(description = "Number of the last block that an authority outside has stamped", examples = "1180") Long anchoredBlock,
            @Schema(description = "When it was stamped, by the clock of the authority") Instant anchoredAt,
            @Schema(description = "How many blocks came after it", examples = "20") long behindAnchor,
            @Schema(description = "How much is wrong in all", examples = "0") long wrong,
            @Schema(description = "The first of it, in the order of the blocks") List<TrailFault> faults) {
    }

    /** What is wrong with an entry or a block. */
    @Schema(name = "TrailFault", requiredProperties = "kind")
    public record TrailFault(@Schema(examples = "ENTRY_CHANGED") CheckFault.Kind kind,
            @Schema(description = "Number of the block, where one is known", examples = "17") Long block,
            @Schema(description = "Id of the entry, where it is one", examples = "5001") Long entry,
            @Schema(description = "Number of the anchor, where it is one", examples = "12") Long anchor) {
    }

    /**
     * Verifies the trail.
     *
     * @param block number of a block whose hash is known from outside
     * @param hash  the hash that it had
     */
    @GET
    @Operation(operationId = "verifyTrail", summary = "Computes every hash of the trail again, and compares a block with a hash that was kept outside")
    @APIResponse(responseCode = "200", description = "What is wrong, by block and entry", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "VerifiedTrail")))
    @APIResponse(responseCode = "400", description = "Of number and hash one is missing or is none")
    @APIResponse(responseCode = "403", description = "The caller may not read the trail")
    public VerifiedTrail verify(@QueryParam("block") String block, @QueryParam("hash") String hash) {
        Verified found = verification.verify(number(block), hash);
        return new VerifiedTrail(found.intact(), found.blocks(), found.entries(), found.waiting(), found.sealed(),
                found.head(), found.anchored().block(), found.anchored().at(), found.anchored().behind(), found.wrong(),
                found.faults().stream()
                        .map(fault -> new TrailFault(fault.kind(), fault.block(), fault.entry(), fault.anchor()))
                        .toList());
    }

    /** What is no number of a block is refused like a number that no block has. */
    private static Long number(String block) {
        return block == null ? null : block.matches("\\d{1,18}") ? Long.parseLong(block) : -1L;
    }
}
