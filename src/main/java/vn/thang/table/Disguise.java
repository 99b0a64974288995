package vn.thang.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thang.platform.BusinessException;

/** Recognises files of other kinds that carry the ending of a table, so that the person is told what the file really is. */
enum Disguise {

    XML_SPREADSHEET("XML", "(<\\?xml|<\\?mso-application|<(\\w+:)?workbook\\b).*",
            "urn:schemas-microsoft-com:office:spreadsheet"),
    WEB_PAGE("HTML",
            "(<\\?xml.*?>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html|head|meta|body|table|div|style|script)\\b.*"),
    MAIL_PAGE("MHTML", "(mime-version:|from:.*\\nmime-version:).*"),
    XML("XML", "<\\?xml.*"),
    PDF("PDF", "%pdf-.*"),
    RTF("RTF", "\\{\\\\rtf.*"),
    JSON("JSON", "[\\[{]\\s*[\\[{\"].*");

    private static final int LOOKED_AT = 2_000;

    private final String shown;
    private final Pattern begin;
    private final List<String> holds;

    Disguise(String shown, String begin, String... holds) {
        this.shown = shown;
        this.begin = Pattern.compile(begin, Pattern.DOTALL);
        this.holds = List.of(holds);
    }

    /** @throws BusinessException naming the kind of a file that is no table */
    static void refuse(byte[] content) {
        of(content).ifPresent(one -> {
            throw new BusinessException("table.disguise." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
    }

    /** What people call the kind. */
    String shown() {
        return shown;
    }

    /** Returns the kind of a content that is no table; empty where it may be one. */
    static Optional<Disguise> of(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8)
                .replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(
                one -> one.begin.matcher(text).matches() && one.holds.stream().allMatch(text::contains)).findFirst();
    }
}
