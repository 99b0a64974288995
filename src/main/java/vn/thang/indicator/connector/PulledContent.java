package vn.thang.indicator.connector;

import java.net.URI;
import java.util.List;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.catalogue.CkanCatalogue;
import vn.thang.indicator.catalogue.DcatCatalogue;
import vn.thang.indicator.catalogue.FoundCatalogue;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.CsvRows;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.JsonRows;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.fetching.RowMapping;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.indicator.reading.ReadingRow;

/** What a source gave: rows of readings, or the datasets of a catalogue. */
record PulledContent(List<ReadingRow> rows, List<Dataset> datasets, RunFacts facts) {

    static final int MOST_ROWS = 200_000;
    static final int MOST_DATASETS = 50_000;

    /**
     * @param mostDatasets a catalogue is read no further
     * @throws RemoteDocument.Failed when it cannot be read, and why
     */
    static PulledContent read(ConnectorForm form, Fetching documents, int mostDatasets) throws RemoteDocument.Failed {
        URI address = URI.create(form.address());
        if (form.kind().isCatalogue()) {
            FoundCatalogue found = form.kind() == ConnectorKind.CKAN
                    ? new CkanCatalogue(documents).find(address, mostDatasets)
                    : DcatCatalogue.find(documents, address, mostDatasets);
            return catalogue(found, mostDatasets);
        }
        FieldMapping fields = form.kind() == ConnectorKind.SDMX_CSV ? CsvRows.sdmxFields(form.mapping())
                : form.mapping();
        RowMapping mapping = new RowMapping(fields, Pairs.of(form.agencies()));
        List<ReadingRow> rows = switch (form.kind()) {
            case JSON -> new JsonRows(fields, mapping).read(documents, address, MOST_ROWS);
            case SDMX_CSV -> CsvRows.sdmx(documents, address, fields, mapping, MOST_ROWS);
            default -> CsvRows.csv(documents, address, fields, mapping, MOST_ROWS);
        };
        if (rows.isEmpty()) {
            throw new RemoteDocument.Failed("no-readings");
        }
        return new PulledContent(rows, List.of(),
                RunFacts.ofRows(rows.size(), mapping.empty(), mapping.left()));
    }

    /** A trial reads no further than it shows; what a run counts is the whole, or nothing. */
    private static PulledContent catalogue(FoundCatalogue found, int mostDatasets) throws RemoteDocument.Failed {
        if (!found.stopped() || mostDatasets == MOST_DATASETS) {
            found.requireWhole();
        }
        if (found.came() == 0) {
            throw new RemoteDocument.Failed("no-datasets");
        }
        return new PulledContent(List.of(), found.datasets(), RunFacts.ofCatalogue(found.datasets().size(),
                found.promised(), found.unreadable(), found.repeated(), found.leftOut()));
    }
}
