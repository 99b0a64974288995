package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectorConfigurationTest {

    @Test
    void withoutAKeyNothingIsSealed() {
        assertTrue(new ConnectorConfiguration(Set.of(), 1, 1).sealing().isEmpty());
    }
}
