package vn.thang.dashboard.round;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** What all doors of pictures have in common: the language that is asked for, and how the file is handed over. */
public abstract class PicturesResource {

    protected static final String PNG = "image/png";
    protected static final String SVG = "image/svg+xml";
    protected static final String CSV = "text/csv";

    @Inject
    private Language language;

    /** Returns the language that is asked for; that of the person where none is. */
    protected Locale locale(String chosen) {
        return chosen == null ? language.getLocale() : Texts.language(chosen);
    }

    /** Hands a picture over under its name. */
    protected static Response file(String name, PictureForm form, byte[] file) {
        return Download.kept(file, form.mediaType(), "thang-" + name + form.ending());
    }
}
