package vn.thang.matter.pack;

import java.util.function.Function;

/** In which form a pack is made. */
public enum PackForm {
    PDF("pdf", "application/pdf", pack -> new PackPdf(pack).pdf()),
    WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            pack -> new PackWord(pack).docx()),
    SLIDES("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            pack -> new PackSlides(pack).pptx());

    private final String ending;
    private final String mediaType;
    private final Function<Pack, byte[]> writer;

    PackForm(String ending, String mediaType, Function<Pack, byte[]> writer) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    byte[] of(Pack pack) {
        return writer.apply(pack);
    }
}
