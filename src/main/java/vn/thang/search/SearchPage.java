package vn.thang.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** What was found; the words and the kind stand in the address. */
@Named
@RequestScoped
public class SearchPage {

    private static final int FEW = 8;
    private static final int MANY = 100;

    @Inject
    private Search search;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param(name = "q")
    private String words;

    @Inject
    @Param(name = "kind")
    private String kind;

    private List<Found> found;

    public List<Found> getFound() {
        if (found == null) {
            Optional<FoundKind> only = Stream.of(FoundKind.values()).filter(one -> one.key().equals(kind)).findFirst();
            found = Optional.ofNullable(notices.found(() -> search.find(words, only.orElse(null),
                    only.isPresent() ? MANY : FEW, language.getLocale()))).orElse(List.of());
        }
        return found;
    }

    /** Whether documents cannot be found yet. */
    public boolean isWithoutDocuments() {
        return found != null && !search.knowsDocuments();
    }

    public String getWords() {
        return words == null ? "" : words;
    }

    /** Whether one kind alone is shown. */
    public boolean isNarrow() {
        return kind != null && !kind.isEmpty();
    }
}
