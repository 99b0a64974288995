package vn.thang.drafting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** What a draft changes in the version before, side by side. */
@Named
@ViewScoped
public class DifferencePage extends ListPage<DifferencePage.NumberedChange, DifferenceOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private Drafting drafting;

    @Inject
    private NoticePage notices;

    private transient Draft draft;
    private transient Drafting.Difference difference;

    /** A difference with its place among all. */
    public record NumberedChange(int number, ModelChange change) {
    }

    @Override
    protected List<String> filters() {
        return List.of("draft", "part", "how", "language", "q");
    }

    @Override
    protected DifferenceOrder[] orders() {
        return DifferenceOrder.values();
    }

    @Override
    protected boolean prepare() {
        return getDraft() != null;
    }

    @Override
    protected Slice<NumberedChange> cut(Cut<DifferenceOrder> cut) {
        List<ModelChange> shown = found().changes().stream()
                .filter(DifferenceFilter.of(getAsked())::admits).toList();
        return Slice.of(shown.size(), cut,
                (size, offset) -> Stream.iterate(offset, at -> at + 1).limit(Math.max(0, shown.size() - offset))
                        .limit(size).map(at -> new NumberedChange(at, shown.get(at))).toList());
    }

    @Override
    protected Object key(NumberedChange row) {
        return row.number();
    }

    private long number() {
        return GivenText.number(getAsked().get("draft"));
    }

    public Draft getDraft() {
        if (draft == null) {
            draft = notices.found(() -> drafting.get(number()));
        }
        return draft;
    }

    private Drafting.Difference found() {
        if (difference == null) {
            difference = drafting.difference(number());
        }
        return difference;
    }

    /** The version that it is compared with; null where there is none. */
    public String getBefore() {
        return found().before();
    }

    public List<String> getParts() {
        return Stream.of(ModelChange.Part.values()).map(Enum::name).toList();
    }

    public List<String> getHows() {
        return Stream.of(ModelChange.How.values()).map(Enum::name).toList();
    }

    public List<String> getLanguages() {
        return found().changes().stream().map(ModelChange::language).filter(one -> !one.isEmpty()).distinct().sorted()
                .toList();
    }
}
