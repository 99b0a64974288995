package vn.thang.dashboard.round;

import java.util.Locale;

/** What the file of a picture may be. */
public enum PictureForm {
    PNG("image/png"), SVG("image/svg+xml"), CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    PictureForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns the ending of the file, with its dot. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
