package vn.thang.indicator.catalogue;

import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.common.net.ParsedIRI;
import vn.thang.indicator.fetching.LeftOut;

/**
 * The faulty values of one document of RDF, with their lines. What has a faulty address stays as a node without an address, so
 * that what is said of it and around it holds; a faulty language or data type is left out, and the text stays.
 */
final class FaultyValues {

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    private final int document;
    private final String text;
    private final List<LeftOut> found = new ArrayList<>();
    private final Map<String, String> nodes = new HashMap<>();

    FaultyValues(int document, String text) {
        this.document = document;
        this.text = text;
    }

    static boolean isAddress(String address) {
        try {
            new ParsedIRI(address);
            return true;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** Returns the name of the node that stands for the address; the same one wherever the address stands. */
    String node(String address, int place) {
        add("address", address, place);
        return nodes.computeIfAbsent(address, one -> "faulty-" + (nodes.size() + 1));
    }

    void language(String tag, int place) {
        add("language", tag, place);
    }

    void type(String type, int place) {
        add("datatype", type, place);
    }

    private void add(String reason, String value, int place) {
        found.add(new LeftOut(reason, value, "", document, place < 0 ? 0 : line(text, place)));
    }

    /** The line in which a place of the text stands, from 1. */
    static int line(String text, int place) {
        return 1 + (int) text.chars().limit(place).filter(sign -> sign == '\n').count();
    }

    List<LeftOut> found() {
        return found;
    }
}
