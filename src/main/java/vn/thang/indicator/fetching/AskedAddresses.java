package vn.thang.indicator.fetching;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import vn.thang.core.metadata.Dataset;

/** Whether the addresses that datasets name answer at all. */
public final class AskedAddresses {

    private static final int AT_ONCE = 8;

    private final RemoteDocument documents;
    private final Executor threads;

    public AskedAddresses(RemoteDocument documents, Executor threads) {
        this.documents = documents;
        this.threads = threads;
    }

    /** Once each, in the order of the datasets. */
    public static Set<String> of(List<Dataset> datasets) {
        Set<String> addresses = new LinkedHashSet<>();
        datasets.stream().flatMap(dataset -> dataset.distributions().stream())
                .flatMap(one -> Stream.of(one.accessUrl() == null ? "" : one.accessUrl(),
                        one.downloadUrl() == null ? "" : one.downloadUrl()))
                .filter(url -> !url.isBlank()).forEach(addresses::add);
        return addresses;
    }

    public Map<String, Boolean> ask(List<String> addresses) {
        return ask(addresses, () -> true);
    }

    /** @param onward whether to ask some more */
    public Map<String, Boolean> ask(List<String> addresses, BooleanSupplier onward) {
        Map<String, Boolean> answers = new ConcurrentHashMap<>();
        List<String> all = new ArrayList<>(addresses);
        for (int from = 0; from < all.size() && onward.getAsBoolean(); from += AT_ONCE) {
            CompletableFuture.allOf(all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(url -> CompletableFuture.runAsync(() -> answers.put(url, answers(url)), threads))
                    .toArray(CompletableFuture[]::new)).join();
        }
        return answers;
    }

    private boolean answers(String url) {
        try {
            return documents.answers(new URI(url.strip()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The dataset with what is known of its addresses. */
    public static Dataset with(Dataset dataset, Map<String, Boolean> answering) {
        return dataset.with(dataset.distributions().stream()
                .map(one -> new Dataset.Distribution(one.accessUrl(), of(answering, one.accessUrl()),
                        one.downloadUrl(), of(answering, one.downloadUrl()), one.format(), one.mediaType(),
                        one.licence(), one.rights(), one.size(),
                        one.issued(), one.modified()))
                .toList());
    }

    private static Boolean of(Map<String, Boolean> answering, String url) {
        return url == null ? null : answering.get(url);
    }
}
