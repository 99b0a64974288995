package vn.thang.audit.anchor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamp by RFC 3161: an authority signs that a hash was there at a moment. */
public final class TimeStamp {

    private final TimeStampToken token;

    private TimeStamp(TimeStampToken token) {
        this.token = token;
    }

    /** @throws IllegalArgumentException when the bytes are no time stamp */
    public static TimeStamp read(byte[] encoded) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(encoded));
            token.getCertificates().getMatches(null); // what is no certificate is refused here
            return new TimeStamp(token);
        } catch (TSPException | IOException | CMSException | RuntimeException e) {
            throw new IllegalArgumentException("No time stamp", e);
        }
    }

    /** When it was given, by the clock of the authority. */
    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** The policy of the authority by which it was given. */
    public String policy() {
        return token.getTimeStampInfo().getPolicy().getId();
    }

    /** The name of whoever signed it; empty where it holds no certificate of theirs. */
    public String authority() {
        return signers().stream().map(signer -> signer.getSubject().toString()).findFirst().orElse("");
    }

    /** Whether it was given for this SHA-256, in hexadecimal digits. */
    public boolean over(String hash) {
        return token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && hash.matches("[0-9a-f]{64}")
                && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), HexFormat.of().parseHex(hash));
    }

    /** Whether it is as it was signed, by a certificate that was valid then and is there for time stamps. */
    public boolean intact() {
        return signers().stream().anyMatch(signer -> {
            try {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
                return true;
            } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
                return false;
            }
        });
    }

    /** Whether the certificate of the signer is one of the trusted ones or follows from one. */
    public boolean by(TrustedAuthorities trusted) {
        try {
            List<X509Certificate> held = new ArrayList<>();
            for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
                held.add(new JcaX509CertificateConverter().getCertificate(one));
            }
            for (X509CertificateHolder signer : signers()) {
                X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signer);
                if (trusted.certificates().contains(certificate) || follows(certificate, held, trusted)) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean follows(X509Certificate signer, List<X509Certificate> held, TrustedAuthorities trusted) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted.certificates().stream()
                    .map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()), target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(held)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(token.getTimeStampInfo().getGenTime());
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private Collection<X509CertificateHolder> signers() {
        return token.getCertificates().getMatches(token.getSID());
    }
}
