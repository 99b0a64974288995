package vn.thang.indicator.connector;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with a connector. */
public sealed interface ConnectorEvent extends DomainEvent {

    /** A connector was made, with a credential or without. */
    record ConnectorCreated(long connector, ConnectorForm form, boolean credential) implements ConnectorEvent {

        @Override
        public List<TrailLine> trail() {
            return line("create-connector", connector, written(form, credential));
        }
    }

    /** A connector changed. */
    record ConnectorChanged(long connector, ConnectorForm form, boolean credential) implements ConnectorEvent {

        @Override
        public List<TrailLine> trail() {
            return line("change-connector", connector, written(form, credential));
        }
    }

    /** A connector has no credential any more. */
    record CredentialForgotten(long connector, String code) implements ConnectorEvent {

        @Override
        public List<TrailLine> trail() {
            return line("forget-credential", connector, code);
        }
    }

    /** Somebody began a run of a connector. */
    record RunAsked(long connector, String code) implements ConnectorEvent {

        @Override
        public List<TrailLine> trail() {
            return line("run-connector", connector, code);
        }
    }

    /** A run took what it found as readings. */
    record ReadingsPulled(long connector, String code, long batch) implements ConnectorEvent {

        @Override
        public List<TrailLine> trail() {
            return line("pull", connector, code + " batch=" + batch);
        }
    }

    private static List<TrailLine> line(String action, long connector, String details) {
        return List.of(new TrailLine(action, "connector", connector, null, details));
    }

    private static String written(ConnectorForm form, boolean credential) {
        return form + (credential ? " with credential" : "");
    }
}
