package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The minutes of the panel to be read on the screen. */
@Named
@RequestScoped
public class MinutesPage {

    @Inject
    private PanelMinutes reading;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long assessment;

    private Minutes minutes;

    public boolean isFound() {
        if (minutes == null) {
            minutes = notices.found(() -> reading.of(assessment == null ? 0 : assessment));
        }
        return minutes != null;
    }

    public Minutes getMinutes() {
        return minutes;
    }

    /** Null while the panel has not ended the case. */
    public Sitting getSitting() {
        return minutes.sitting().orElse(null);
    }

    public String getNumber() {
        return Minutes.number(getSitting());
    }

    public ModelTexts getTexts() {
        return catalog.texts(minutes.head().modelRef(), language.getLocale());
    }
}
