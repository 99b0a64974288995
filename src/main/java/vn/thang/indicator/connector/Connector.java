package vn.thang.indicator.connector;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.Schedule;

/** Another system that is asked for readings of a source. How it fares stands in the same row and belongs to its runs. */
@Entity
@Table(name = "connector")
@SequenceGenerator(name = "connector_seq", sequenceName = "connector_seq", allocationSize = 50)
class Connector {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connector_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "source")
    private String source;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ConnectorKind kind;

    @Column(name = "address")
    private String address;

    @Column(name = "mapping")
    private String mapping;

    @Column(name = "agencies")
    private String agencies;

    @Column(name = "every_hours")
    private int everyHours;

    @Column(name = "at_hour")
    private Integer atHour;

    @Column(name = "header")
    private String header;

    @Column(name = "secret")
    private byte[] secret;

    /** The only place that the credential is sent to. */
    @Column(name = "origin")
    private String origin;

    @Column(name = "active")
    private boolean active;

    @Version
    @Column(name = "version")
    private int version;

    protected Connector() {
    }

    Connector(String code) {
        this.code = code;
    }

    void describe(ConnectorForm form) {
        name = form.name();
        source = form.source();
        kind = form.kind();
        address = form.address();
        mapping = form.mapping().json();
        agencies = form.agencies();
        everyHours = form.everyHours();
        atHour = form.atHour();
        active = form.active();
    }

    void seal(String newHeader, byte[] sealed) {
        header = newHeader;
        secret = sealed.clone();
        origin = Fetching.origin(uri());
    }

    void forgetSecret() {
        header = null;
        secret = null;
        origin = null;
    }

    boolean hasSecret() {
        return secret != null;
    }

    /** What a sealed credential is bound to: moved to another connector or another host it cannot be opened. */
    static String binding(String code, String origin) {
        return code + " " + origin;
    }

    ConnectorForm form() {
        return new ConnectorForm(code, name, source, kind, address, FieldMapping.of(mapping), agencies, everyHours,
                atHour, header, null, active);
    }

    Schedule schedule() {
        return new Schedule(everyHours, atHour);
    }

    URI uri() {
        return URI.create(address);
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String source() {
        return source;
    }

    ConnectorKind kind() {
        return kind;
    }

    FieldMapping mapping() {
        return FieldMapping.of(mapping);
    }

    String header() {
        return header;
    }

    byte[] secret() {
        return secret.clone();
    }

    String originOfSecret() {
        return origin;
    }

    boolean isActive() {
        return active;
    }

    int version() {
        return version;
    }
}
