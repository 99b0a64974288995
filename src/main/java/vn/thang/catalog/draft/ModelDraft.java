package vn.thang.catalog.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Texts;

/**
 * A version of a model that is not published, as it was checked among all that are.
 *
 * @param ref      model and version that its structure names; null where that cannot be read
 * @param faults   every fault of its files; the rest says nothing while there is one
 * @param files    content by name, such as model.yaml
 * @param model    null while there are faults
 * @param texts    its words, by language
 * @param measures what measures its criteria
 * @param sha256   hash of its files; null while there are faults
 * @param before   the published version that it is compared with; null where there is none
 * @param succession how it goes on from the version that it names; empty where it names none
 */
public record ModelDraft(String ref, List<Fault> faults, Map<String, byte[]> files, MaturityModel model,
        Map<String, ModelTexts> texts, Map<String, Measure> measures, String sha256, String before,
        Optional<Succession> succession)
        implements
            CatalogDraft {

    @Override
    public ModelDraft with(List<Fault> found) {
        return new ModelDraft(ref, found, files, null, Map.of(), Map.of(), null, null, Optional.empty());
    }

    /** Returns the words in the language of the person; where the model does not speak it, in the first that it names. */
    public ModelTexts words(Locale locale) {
        ModelTexts own = texts.get(Texts.language(locale.getLanguage()).getLanguage());
        return own == null ? texts.values().iterator().next() : own;
    }
}
