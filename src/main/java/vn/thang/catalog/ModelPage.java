package vn.thang.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.core.model.MaturityModel;

/** What pages have to know of a model to show the whole of an assessment. */
@Named
@RequestScoped
public class ModelPage {

    @Inject
    private Catalog catalog;

    /** Whether the whole has a level; where the model cannot be read, what is stored is shown. */
    public boolean hasLevel(String ref) {
        return catalog.find(ref).map(MaturityModel::hasLevel).orElse(true);
    }

    /** Whether the whole has an index. */
    public boolean hasIndex(String ref) {
        return catalog.find(ref).map(MaturityModel::hasIndex).orElse(true);
    }
}
