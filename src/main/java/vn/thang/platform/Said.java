package vn.thang.platform;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a deed of a page: a sentence that the page shows. */
@Schema(name = "Said", description = "What a page tells the person after a deed")
public record Said(
        @Schema(description = "A sentence in the language of the session", examples = "The period is saved.") String said) {
}
