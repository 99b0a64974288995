package vn.thang.indicator.catalogue;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends a text in RDF/XML: goes over its tags, and puts a node without an address where an address is faulty. Lines stay where
 * they are.
 */
final class XmlText {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Pattern PREFIX = Pattern.compile("xmlns:([\\w.-]+)\\s*=\\s*[\"']" + Pattern.quote(RDF));
    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?\\]\\]>|<\\?.*?\\?>"
            + "|<[A-Za-z_][^\\s/>]*+((?:\\s++[^\\s=/>]++\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'))*+)\\s*+/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=/>]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern ENTITY = Pattern.compile("&(\\w+);|&#(\\d{1,7});|&#x([0-9a-fA-F]{1,6});");

    private final FaultyValues faults;
    private final String prefix;

    private XmlText(FaultyValues faults, String prefix) {
        this.faults = faults;
        this.prefix = prefix;
    }

    static String mended(String text, FaultyValues faults) {
        Matcher prefix = PREFIX.matcher(text);
        XmlText xml = new XmlText(faults, (prefix.find() ? prefix.group(1) : "rdf") + ":");
        StringBuilder mended = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int done = 0;
        while (tag.find()) {
            if (tag.group(1) != null) {
                mended.append(text, done, tag.start(1)).append(xml.attributes(tag.group(1), tag.start(1)));
                done = tag.end(1);
            }
        }
        return mended.append(text, done, text.length()).toString();
    }

    private String attributes(String text, int place) {
        return ATTRIBUTE.matcher(text).replaceAll(
                one -> Matcher.quoteReplacement(attribute(one, place + one.start())));
    }

    /** The attribute as it is, or as it is read, with as many lines. */
    private String attribute(MatchResult one, int place) {
        String name = one.group(1);
        String value = unescaped(one.group(2) == null ? one.group(3) : one.group(2)).strip();
        if (name.equals("xml:lang") && !value.isEmpty() && !FaultyValues.isLanguage(value)) {
            faults.language(value, place);
            return "xml:lang=\"\"" + newLines(one.group());
        }
        if (!name.startsWith(prefix) || FaultyValues.isAddress(value)) {
            return one.group();
        }
        return switch (name.substring(prefix.length())) {
            case "about", "resource" ->
                prefix + "nodeID=\"" + faults.node(value, place) + "\"" + newLines(one.group());
            case "datatype" -> {
                faults.type(value, place);
                yield newLines(one.group());
            }
            default -> one.group();
        };
    }

    private static String newLines(String text) {
        return text.replaceAll("[^\n]", "");
    }

    private static String unescaped(String value) {
        return ENTITY.matcher(value).replaceAll(one -> Matcher.quoteReplacement(sign(one)));
    }

    private static String sign(MatchResult entity) {
        if (entity.group(1) == null) {
            int sign = entity.group(2) != null ? Integer.parseInt(entity.group(2))
                    : Integer.parseInt(entity.group(3), 16);
            return Character.isValidCodePoint(sign) ? Character.toString(sign) : entity.group();
        }
        return switch (entity.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> entity.group();
        };
    }
}
