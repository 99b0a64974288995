package vn.thang.assessment.conduct.stage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.assessment.round.ExtensionOrder;
import vn.thang.assessment.round.GivenExtension;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The agencies that were given more time in a round. */
@Named
@ViewScoped
public class ExtensionsPage extends ListPage<GivenExtension, ExtensionOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private StageDates dates;

    @Override
    protected boolean prepare() {
        return GivenText.orNull(getAsked().get("code")) != null;
    }

    @Override
    protected List<String> filters() {
        return List.of("code", "q");
    }

    @Override
    protected ExtensionOrder[] orders() {
        return ExtensionOrder.values();
    }

    @Override
    protected Slice<GivenExtension> cut(Cut<ExtensionOrder> cut) {
        return dates.extensions(getAsked().get("code"), GivenText.orNull(getAsked().get("q")), cut);
    }

    @Override
    protected Object key(GivenExtension extension) {
        return extension.assessment() + "-" + extension.stage();
    }
}
