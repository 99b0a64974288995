package vn.thang.audit.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates of authorities whose time stamps are believed. Where there are none, a time stamp is checked against the
 * certificate that it holds itself, which proves that nobody changed it and not who gave it.
 */
public record TrustedAuthorities(Set<X509Certificate> certificates) {

    private static final int LINE = 64;
    public static final TrustedAuthorities NONE = new TrustedAuthorities(Set.of());

    /** Reads all certificates of a file in PEM; those of former authorities stand there too, so that their stamps hold. */
    public static TrustedAuthorities read(Path pem) throws IOException {
        try (InputStream file = Files.newInputStream(pem)) {
            Set<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast).collect(Collectors.toCollection(LinkedHashSet::new));
            if (read.isEmpty()) {
                throw new IOException("No certificate in " + pem);
            }
            return new TrustedAuthorities(Set.copyOf(read));
        } catch (CertificateException e) {
            throw new IOException("No certificate in " + pem, e);
        }
    }

    /** The certificates in PEM, to be taken along. */
    public String pem() {
        StringBuilder pem = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        for (X509Certificate certificate : certificates) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n").append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateException e) {
                throw new IllegalStateException(e);
            }
        }
        return pem.toString();
    }

    public boolean empty() {
        return certificates.isEmpty();
    }
}
