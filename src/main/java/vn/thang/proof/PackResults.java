package vn.thang.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.thang.assessment.result.ResultExcerpt;
import vn.thang.assessment.result.ResultSnapshot;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.CatalogDrafts;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.core.model.MaturityModel;

/** Computes the results of a pack again, by the model of the command where it is the same, else by the one in the pack. */
final class PackResults {

    private final Catalog catalog;
    private final ZipFile zip;
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, Map<String, String>> declared = new HashMap<>();

    PackResults(Catalog catalog, ZipFile zip) {
        this.catalog = catalog;
        this.zip = zip;
    }

    private record Model(MaturityModel model, String hash) {
    }

    /**
     * What came of a result.
     *
     * @param hash    of the whole result, as it was sealed
     * @param excerpt whether restricted answers are left out of it
     * @param wrong   what is not as it was published
     */
    record Found(String text, String hash, boolean excerpt, List<String> wrong) {
    }

    Found check(String text) throws IOException {
        JsonObject result = PackTrail.object(text);
        Model model = model(result.getString("model"), result.getString("modelHash"));
        List<String> wrong = new ArrayList<>();
        if (ResultExcerpt.is(text)) {
            ResultExcerpt excerpt = new ResultExcerpt(text);
            wrong.addAll(excerpt.wrong(model.model(), model.hash()));
            return new Found(text, excerpt.sealed(), true, wrong);
        }
        String hash = ResultSnapshot.hash(text);
        if (!ResultSnapshot.again(text, model.model(), model.hash()).hash().equals(hash)) {
            wrong.add(result.getString("agency"));
        }
        return new Found(text, hash, false, wrong);
    }

    private Model model(String ref, String hash) throws IOException {
        Model known = models.get(ref);
        if (known == null) {
            if (catalog.isReadable(ref) && catalog.hash(ref).equals(hash)) {
                known = new Model(catalog.model(ref), hash);
            } else {
                ModelDraft packed = new CatalogDrafts(catalog).model(files("model/" + ref + "/"),
                        files(EvidencePack.PROGRAMME));
                if (!packed.sound()) {
                    throw new IOException("model " + ref);
                }
                known = new Model(packed.model(), packed.sha256());
            }
            models.put(ref, known);
        }
        return known;
    }

    private Map<String, byte[]> files(String folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast)
                .filter(one -> one.getName().startsWith(folder)).toList()) {
            try (InputStream content = zip.getInputStream(entry)) {
                files.put(entry.getName().substring(folder.length()), content.readAllBytes());
            }
        }
        return files;
    }

    void keep(String assessment, Found found) {
        Map<String, String> answers = new HashMap<>();
        for (JsonObject input : PackTrail.object(found.text()).getJsonArray("inputs").getValuesAs(JsonObject.class)) {
            answers.put(input.getString("criterion"), input.getString("declared", ""));
        }
        declared.put(assessment, answers);
    }

    /** What was published as the answer of the agency; null where nothing was, or where it is hidden. */
    String declared(String assessment, String criterion) {
        return declared.getOrDefault(assessment, Map.of()).get(criterion);
    }
}
