package vn.thang.matter.register;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.matter.Matter;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The list of matters. */
@Named
@ViewScoped
public class MattersPage extends ListPage<MatterLine, MatterOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatterRegister register;

    @Override
    protected List<String> filters() {
        return List.of("q", "person", "kind", "state", "due", "my", "target", "criterion", "indicator", "source",
                "agency", "assessment");
    }

    @Override
    protected MatterOrder[] orders() {
        return MatterOrder.values();
    }

    @Override
    protected Slice<MatterLine> cut(Cut<MatterOrder> cut) {
        return register.page(MatterFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(MatterLine line) {
        return line.id();
    }

    public Matter.Kind[] getKinds() {
        return Matter.Kind.values();
    }

    public MatterFilter.Standing[] getStandings() {
        return MatterFilter.Standing.values();
    }

    public MatterFilter.Due[] getDues() {
        return MatterFilter.Due.values();
    }

    public MatterFilter.Mine[] getMines() {
        return MatterFilter.Mine.values();
    }
}
