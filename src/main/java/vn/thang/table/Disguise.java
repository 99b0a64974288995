package vn.thang.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.thang.platform.BusinessException;

/** Recognises files of other kinds that carry the ending of a table, so that the person is told what the file really is. */
enum Disguise {

    XML_SPREADSHEET("(<\\?xml|<\\?mso-application|<(\\w+:)?workbook\\b).*",
            "urn:schemas-microsoft-com:office:spreadsheet"),
    WEB_PAGE("(<\\?xml.*?>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html|head|meta|body|table|div|style|script)\\b.*"),
    MAIL_PAGE("(mime-version:|from:.*\\nmime-version:).*"),
    XML("<\\?xml.*"),
    PDF("%pdf-.*"),
    RTF("\\{\\\\rtf.*"),
    JSON("[\\[{]\\s*[\\[{\"].*");

    private static final int LOOKED_AT = 2_000;

    private final Pattern begin;
    private final List<String> holds;

    Disguise(String begin, String... holds) {
        this.begin = Pattern.compile(begin, Pattern.DOTALL);
        this.holds = List.of(holds);
    }

    /** @throws BusinessException naming the kind of a file that is no table */
    static void refuse(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8)
                .replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        for (Disguise one : values()) {
            if (one.begin.matcher(text).matches() && one.holds.stream().allMatch(text::contains)) {
                throw new BusinessException("table.disguise." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }
}
