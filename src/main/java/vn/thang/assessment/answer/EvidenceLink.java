package vn.thang.assessment.answer;

import java.net.URI;
import java.net.URISyntaxException;
import vn.thang.platform.BusinessException;

/** A link offered as evidence: the address of a page, and its title, which is the address where nobody gave one. */
public record EvidenceLink(String title, String address) {

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_TITLE = 250;

    /** @throws BusinessException when it is not the address of a page on the web */
    public static EvidenceLink of(String title, String url) {
        String address = url == null ? "" : url.strip();
        if (!isOnTheWeb(address)) {
            throw new BusinessException("evidence.link", address);
        }
        String name = title == null || title.isBlank() ? address : title.strip();
        return new EvidenceLink(name.substring(0, Math.min(name.length(), LONGEST_TITLE)), address);
    }

    private static boolean isOnTheWeb(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && address.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
