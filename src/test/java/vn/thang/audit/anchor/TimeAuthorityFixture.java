package vn.thang.audit.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority for time stamps that really signs, with a root of its own, and answers on the loopback address. */
public final class TimeAuthorityFixture implements AutoCloseable {

    public static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final AtomicLong serial = new AtomicLong(1);
    private final KeyPair root = pair();
    private final KeyPair signer = pair();
    private final X509Certificate rootCertificate;
    private final X509Certificate certificate;
    private HttpServer server;
    private volatile Instant now;

    public TimeAuthorityFixture() {
        rootCertificate = certificate("CN=Root of tests", root, "CN=Root of tests", root, true);
        certificate = certificate("CN=Time stamps of tests", signer, "CN=Root of tests", root, false);
    }

    /** Stamps by this clock from now on; null for the right one. */
    public TimeAuthorityFixture at(Instant moment) {
        now = moment;
        return this;
    }

    /** Begins to answer. */
    public TimeAuthorityFixture open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stamp", this::answer);
        server.start();
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/stamp";
    }

    /** Writes the certificate of the root where applications read whom they trust. */
    public Path trusted() throws IOException {
        try {
            Path file = Files.createTempFile("authority", ".pem");
            return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(rootCertificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    /** The authority as the application asks it. */
    public TimeAuthority asked() throws IOException {
        return new TimeAuthority(url(), POLICY, trusted());
    }

    /** Signs a hash as if it had been asked. */
    public byte[] token(String hash) {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator().generate(request.generate(TSPAlgorithms.SHA256, HexFormat.of().parseHex(hash)),
                    BigInteger.valueOf(serial.getAndIncrement()), moment()).getEncoded();
        } catch (TSPException | IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Date moment() {
        return Date.from(now == null ? Instant.now() : now);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            TimeStampRequest request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
            byte[] response = new TimeStampResponseGenerator(generator(), TSPAlgorithms.ALLOWED,
                    Set.of(POLICY))
                    .generate(request, BigInteger.valueOf(serial.getAndIncrement()), moment()).getEncoded();
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private TimeStampTokenGenerator generator()
            throws OperatorCreationException, GeneralSecurityException, TSPException {
        DigestCalculator digests = new JcaDigestCalculatorProviderBuilder().build()
                .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, signer.getPrivate(), certificate), digests,
                new ASN1ObjectIdentifier(POLICY));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String name, KeyPair pair, String issuer, KeyPair signedBy,
            boolean root) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer),
                    BigInteger.valueOf(System.nanoTime()), Date.from(Instant.now().minus(YEAR.multipliedBy(5))),
                    Date.from(Instant.now().plus(YEAR.multipliedBy(5))), new X500Name(name), pair.getPublic());
            if (root) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(Extension.extendedKeyUsage, true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signedBy.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
