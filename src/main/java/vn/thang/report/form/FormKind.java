package vn.thang.report.form;

import java.util.Locale;

/** With which program a template is made, and its filled form is opened. */
public enum FormKind {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    FormKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Opens a template of this kind that {@link FormPackage} has let in. */
    public FormTemplate template(byte[] content) {
        return this == XLSX ? new SheetTemplate(content) : new WordTemplate(content);
    }
}
