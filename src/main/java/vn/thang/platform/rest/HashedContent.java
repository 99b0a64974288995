package vn.thang.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The content of a file that is written where it is wanted, and whose hash is known before.
 *
 * @param sha256 in hexadecimal digits; null where it is not known
 */
public record HashedContent(StreamingOutput content, String sha256) implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException, WebApplicationException {
        content.write(out);
    }
}
