package vn.thang.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.fetching.AskedAddresses;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.it.Browser;
import vn.thang.it.PublicRound;

/** What we publish gets full points by the measure by which we measure others, in each way of writing it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenCatalogueHttpIT {

    private static final RemoteDocument DOCUMENTS = new RemoteDocument(
            new RemoteDocument.Limits(Duration.ofSeconds(20), 50_000_000, Set.of("localhost")));

    @Test
    void ourOwnCatalogueGetsAllPoints() throws Exception {
        try (Browser browser = Browser.open(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            PublicRound.open(browser);
            for (String form : List.of("ttl", "rdf", "jsonld")) {
                FoundCatalogue found = DcatCatalogue.find(DOCUMENTS,
                        java.net.URI.create(Browser.address("/open/catalogue." + form)), 50);
                assertEquals(1, found.datasets().size(), form);
                assertEquals(List.of(), found.leftOut(), form);
                Dataset dataset = found.datasets().get(0);
                assertTrue(dataset.distributions().size() >= 10, form);
                MetadataQuality quality = MetadataQuality.of(AskedAddresses.with(dataset,
                        new AskedAddresses(DOCUMENTS, threads).ask(List.copyOf(AskedAddresses.of(found.datasets())))));
                assertEquals(List.of(), quality.costs(), form);
                assertEquals(Fraction.of(MetadataQuality.MOST), quality.total(), form);
            }
        }
    }
}
