package vn.thang.indicator.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.indicator.fetching.RemoteDocument;

/** Reads the datasets of a CKAN portal by {@code package_search}, page by page. */
public final class CkanCatalogue {

    private static final int PAGE = 100;
    private static final int MOST_DATASETS = 50_000;
    private static final Set<String> PRIVATE = Set.of("true", "1", "yes", "t");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fetching documents;

    public CkanCatalogue(Fetching documents) {
        this.documents = documents;
    }

    /**
     * Reads the published datasets, once each, in the order of the portal. A portal that changes while it is read gives some of
     * them twice, and then others not at all.
     *
     * @param portal address of the portal, such as https://data.example.vn
     * @param most   no further page is read when so many entries came
     * @throws RemoteDocument.Failed when the portal does not answer, or with something else than datasets
     */
    public FoundCatalogue find(URI portal, int most) throws RemoteDocument.Failed {
        Entries entries = new Entries();
        int read = 0;
        int pages = 0;
        long total = 1;
        while (read < Math.min(total, Math.min(most, MOST_DATASETS))) {
            URI page = URI.create(portal.toString().replaceAll("/+$", "") + "/api/3/action/package_search?rows=" + PAGE
                    + "&start=" + read
                    + "&sort=id%20asc");
            JsonNode result = result(documents.fetch(page, Map.of()).content());
            JsonNode found = result.path("results");
            total = result.path("count").asLong();
            if (found.isEmpty()) {
                break; // fewer than it said
            }
            entries.take(found, ++pages);
            read += found.size();
        }
        if (entries.datasets.isEmpty() && entries.leftOut.isEmpty() && entries.unreadable > 0) {
            throw new RemoteDocument.Failed("not-ckan");
        }
        return new FoundCatalogue(new ArrayList<>(entries.datasets.values()), entries.came,
                total,
                entries.unreadable, entries.repeated, entries.leftOut,
                read < total && read >= Math.min(most, MOST_DATASETS));
    }

    /** What the pages of a portal brought. */
    private static final class Entries {

        private final Map<String, Dataset> datasets = new LinkedHashMap<>();
        private final Map<String, Integer> pages = new HashMap<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private int came;
        private int unreadable;
        private int repeated;

        private void take(JsonNode entries, int page) {
            for (JsonNode one : entries) {
                String id = either(text(one, "id"), text(one, "name"));
                if (id == null) {
                    came++;
                    unreadable++;
                } else if (pages.containsKey(id)) {
                    repeated++;
                    came += pages.get(id) == page ? 1 : 0; // from page to page it took the place of another one
                } else {
                    came++;
                    pages.put(id, page);
                    keep(id, one, page);
                }
            }
        }

        private void keep(String id, JsonNode entry, int page) {
            String name = either(text(entry, "title"), id);
            String type = text(entry, "type");
            String state = text(entry, "state");
            if (type != null && !type.equalsIgnoreCase("dataset")) {
                leftOut.add(LeftOut.entry("type", name, type, page));
            } else if (state != null && !state.equalsIgnoreCase("active")) {
                leftOut.add(LeftOut.entry("state", name, state, page));
            } else if (isPrivate(entry)) {
                leftOut.add(LeftOut.entry("private", name, "", page));
            } else {
                datasets.put(id, dataset(id, entry));
            }
        }
    }

    /** Portals say it as a truth value or in words, and old ones as whom it is meant for. */
    private static boolean isPrivate(JsonNode entry) {
        String said = text(entry, "private");
        return said != null && PRIVATE.contains(said.strip().toLowerCase(Locale.ROOT))
                || "private".equalsIgnoreCase(text(entry, "capacity"));
    }

    private static JsonNode result(byte[] content) throws RemoteDocument.Failed {
        try {
            JsonNode answer = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            if (answer == null || !answer.path("success").asBoolean()
                    || !answer.path("result").path("results").isArray()
                    || answer.path("result").path("count").asLong(-1) < 0) { // who says no number may keep the rest back
                throw new RemoteDocument.Failed("not-ckan");
            }
            return answer.path("result");
        } catch (JsonProcessingException e) {
            throw new RemoteDocument.Failed("not-ckan");
        }
    }

    private static Dataset dataset(String id, JsonNode source) {
        Map<String, String> extras = new HashMap<>();
        source.path("extras").forEach(extra -> extras.put(extra.path("key").asText(), extra.path("value").asText()));
        String licence = either(text(source, "license_url"), text(source, "license_id"));
        List<Dataset.Distribution> distributions = new ArrayList<>();
        for (JsonNode resource : source.path("resources")) {
            if ("deleted".equalsIgnoreCase(text(resource, "state"))) {
                continue;
            }
            String address = text(resource, "url");
            boolean file = "upload".equals(text(resource, "url_type"));
            distributions.add(new Dataset.Distribution(either(text(resource, "access_url"), address), null,
                    either(text(resource, "download_url"), file ? address : null), null, text(resource, "format"),
                    text(resource, "mimetype"),
                    either(text(resource, "license"), licence), either(text(resource, "rights"), extras.get("rights")),
                    number(resource.path("size")),
                    text(resource, "created"), text(resource, "last_modified")));
        }
        JsonNode organisation = source.path("organization");
        return new Dataset(id, text(source, "title"),
                text(source, "notes"),
                either(text(organisation, "name"), text(source, "owner_org")), text(organisation, "title"),
                texts(source.path("tags"), "display_name"),
                texts(source.path("groups"), "name"), either(extras.get("spatial"), text(source, "spatial")) != null,
                either(extras.get("temporal_start"),
                        either(extras.get("temporal_coverage"), text(source, "temporal"))) != null,
                either(text(source, "maintainer_email"),
                        either(text(source, "author_email"), extras.get("contact_email"))),
                either(extras.get("access_rights"), text(source, "access_rights")),
                either(extras.get("issued"), text(source, "metadata_created")),
                either(extras.get("modified"), text(source, "metadata_modified")), distributions);
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> {
            if (text(one, field) != null) {
                texts.add(text(one, field));
            }
        });
        return texts;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static Long number(JsonNode value) {
        try {
            return value.isNull() || value.isMissingNode() || value.asText().isBlank() ? null
                    : Long.valueOf(value.asText().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String either(String first, String second) {
        return first == null || first.isBlank() ? second : first;
    }
}
