package vn.thang.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The authority that stamps blocks of the trail, as it is configured here; none while no address is set. */
@ApplicationScoped
public class TimeAuthority {

    private static final Logger LOG = Logger.getLogger(TimeAuthority.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST = 60_000;
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    @Inject
    @ConfigProperty(name = "thang.anchor.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "thang.anchor.policy")
    private Optional<String> policy;

    @Inject
    @ConfigProperty(name = "thang.anchor.certificate.file")
    private Optional<String> certificates;

    protected TimeAuthority() {
    }

    public TimeAuthority(String url, String policy, Path certificates) {
        this.url = Optional.of(url);
        this.policy = Optional.ofNullable(policy);
        this.certificates = Optional.of(certificates.toString());
    }

    /** Whether blocks are stamped at all. */
    public boolean isSet() {
        return url.filter(address -> !address.isBlank()).isPresent();
    }

    /** The certificates by which its stamps, and those of authorities before it, are believed. */
    public TrustedAuthorities trusted() {
        Optional<String> file = certificates.filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            return TrustedAuthorities.NONE;
        }
        try {
            return TrustedAuthorities.read(Path.of(file.get()));
        } catch (IOException e) {
            LOG.log(Level.SEVERE,
                    "thang.anchor.certificate.file cannot be read; nothing is stamped, no signer compared", e);
            return TrustedAuthorities.NONE;
        }
    }

    /**
     * Has a hash stamped.
     *
     * @param hash SHA-256 in hexadecimal digits
     * @return the token, which is right in every respect
     * @throws IllegalStateException when the authority refuses, or answers with what cannot be believed
     */
    public byte[] stamp(String hash) {
        TrustedAuthorities trusted = trusted();
        if (trusted.empty()) {
            throw new IllegalStateException("thang.anchor.certificate.file names no certificate of the authority");
        }
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.filter(id -> !id.isBlank()).ifPresent(id -> generator.setReqPolicy(new ASN1ObjectIdentifier(id)));
        try {
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, HexFormat.of().parseHex(hash),
                    new BigInteger(NONCE_BITS, new SecureRandom()));
            TimeStampResponse response = new TimeStampResponse(sent(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IllegalStateException(
                        "The authority refuses: " + response.getStatus() + " " + response.getStatusString());
            }
            byte[] token = response.getTimeStampToken().getEncoded();
            TimeStamp stamp = TimeStamp.read(token);
            if (!stamp.over(hash) || !stamp.intact() || !stamp.by(trusted)) {
                throw new IllegalStateException("What the authority answered is not signed by a trusted one");
            }
            return token;
        } catch (TSPException e) {
            throw new IllegalStateException("The authority answered no time stamp for what was asked", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The authority for time stamps does not answer", e);
        }
    }

    private byte[] sent(byte[] query) throws IOException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(URI.create(url.orElseThrow()))
                    .timeout(ANSWER).header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(query)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] content = body.readNBytes(LONGEST + 1);
                if (response.statusCode() != OK || content.length > LONGEST) {
                    throw new IOException("Status " + response.statusCode() + ", " + content.length + " bytes");
                }
                return content;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
