package vn.thang.indicator.catalogue;

import java.util.List;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.indicator.fetching.RemoteDocument;

/**
 * What a catalogue gave.
 *
 * @param datasets   those that are published, once each
 * @param came       entries that came, published or not
 * @param promised   how many the catalogue says that it holds; -1 where it says nothing
 * @param unreadable entries that are no datasets
 * @param repeated   datasets that came more than once
 * @param leftOut    faulty values and entries that are no published datasets
 * @param stopped    whether more was there and not asked for
 */
public record FoundCatalogue(List<Dataset> datasets, int came, long promised, int unreadable, int repeated,
        List<LeftOut> leftOut, boolean stopped) {

    public FoundCatalogue {
        datasets = List.copyOf(datasets);
        leftOut = List.copyOf(leftOut);
    }

    public boolean whole() {
        return !stopped && promised <= came;
    }

    /** @throws RemoteDocument.Failed when this is a part of what the catalogue holds, which is never counted as the whole */
    public void requireWhole() throws RemoteDocument.Failed {
        if (!whole()) {
            throw new RemoteDocument.Failed("incomplete", Math.max(promised, came), came);
        }
    }
}
