package vn.thang.indicator.catalogue;

import com.apicatalog.jsonld.JsonLdError;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.indicator.fetching.RemoteDocument;

/**
 * One document of RDF. Its content says whether it is JSON-LD, RDF/XML or Turtle, whatever the server calls it; names are resolved
 * against the address it came from; nothing it refers to is fetched.
 *
 * @param address where it came from
 * @param leftOut its faulty values
 */
record RdfDocument(Model model, URI address, List<LeftOut> leftOut) {

    /** How RDF is written. */
    private enum Form {
        JSON_LD("JSON-LD"), RDF_XML("RDF/XML"), TURTLE("Turtle");

        private final String title;

        Form(String title) {
            this.title = title;
        }
    }

    private static final int BEGINNING = 2_000;
    private static final int LONGEST_LINE = 160;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    /** A tag, and not an address of Turtle: it ends, closes or has attributes. */
    private static final Pattern TAG = Pattern
            .compile("^<([?!]|[A-Za-z_][\\w.-]*(:[A-Za-z_][\\w.-]*)?\\s*(/?>\\s*<|\\s[\\w:.-]+\\s*=\\s*[\"']))");
    private static final Pattern WEB_PAGE = Pattern.compile("(?is)^(<!--.*?-->\\s*)*<(!doctype\\s+html|html)\\b.*");
    private static final Pattern JSON = Pattern.compile("(?s)^(\\{|\\[\\s*([{\"\\[\\d]|\\]\\s*$)).*");

    /**
     * @param number place among the documents of the run, from 1
     * @throws RemoteDocument.Failed when the content is no RDF, with the line in which it goes wrong
     */
    static RdfDocument read(RemoteDocument.Fetched fetched, int number) throws RemoteDocument.Failed {
        String text = decoded(fetched.content());
        String begun = text.strip();
        if (begun.isEmpty()) {
            throw new RemoteDocument.Failed("not-dcat", fetched.mediaType());
        }
        if (WEB_PAGE.matcher(begun.substring(0, Math.min(begun.length(), BEGINNING))).matches()) {
            throw new RemoteDocument.Failed("web-page");
        }
        Model model = new LinkedHashModel();
        FaultyValues faults = new FaultyValues(number, text);
        switch (form(begun)) {
            case JSON_LD -> readJson(text, fetched.address(), number, faults, model);
            case RDF_XML -> {
                String lead = text.substring(0, text.indexOf('<'));
                readXml(XmlText.mended(text, faults).substring(lead.length()), fetched.address(),
                        FaultyValues.line(text, lead.length()) - 1, model, text);
            }
            case TURTLE -> read(Form.TURTLE, TurtleText.mended(text, faults), fetched.address(), 0, model, text);
        }
        return new RdfDocument(model, fetched.address(), faults.found());
    }

    private static Form form(String begun) {
        return JSON.matcher(begun).matches() ? Form.JSON_LD
                : TAG.matcher(begun).find() ? Form.RDF_XML : Form.TURTLE;
    }

    /** By its mark, or by what it says of itself, and otherwise in UTF-8. */
    private static String decoded(byte[] content) {
        String beginning = new String(content, 0, Math.min(content.length, LONGEST_LINE), StandardCharsets.ISO_8859_1);
        if (beginning.startsWith("\u00fe\u00ff") || beginning.startsWith("\u00ff\u00fe")) {
            return new String(content, StandardCharsets.UTF_16);
        }
        Matcher said = ENCODING.matcher(beginning.strip());
        String text = new String(content, said.find() ? encoding(said.group(1)) : StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static void readJson(String text, URI base, int number, FaultyValues faults, Model model)
            throws RemoteDocument.Failed {
        try {
            JsonLdText.read(text, base, "d" + number + "-", faults, model);
        } catch (JsonParsingException e) {
            throw faulty(Form.JSON_LD, e.getLocation().getLineNumber(), text);
        } catch (JsonLdError e) {
            throw new RemoteDocument.Failed("not-json-ld", e.getCode());
        } catch (JsonException | IllegalArgumentException e) {
            throw new RemoteDocument.Failed("not-dcat", Form.JSON_LD.title);
        }
    }

    private static void readXml(String mended, URI base, int linesBefore, Model model, String text)
            throws RemoteDocument.Failed {
        Matcher type = Pattern.compile("(?s)^(<\\?.*?\\?>\\s*|<!--.*?-->\\s*)*<!DOCTYPE").matcher(mended);
        if (type.find()) {
            throw new RemoteDocument.Failed("document-type",
                    linesBefore + FaultyValues.line(mended, type.end()));
        }
        read(Form.RDF_XML, mended, base, linesBefore, model, text);
    }

    private static void read(Form form, String mended, URI base, int linesBefore, Model model, String text)
            throws RemoteDocument.Failed {
        RDFParser parser = Rio.createParser(form == Form.RDF_XML ? RDFFormat.RDFXML : RDFFormat.TURTLE);
        parser.getParserConfig().set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
        parser.getParserConfig().set(XMLParserSettings.SECURE_PROCESSING, true);
        parser.setRDFHandler(new StatementCollector(model));
        try {
            parser.parse(new StringReader(mended), base.toString());
        } catch (RDFParseException e) {
            throw faulty(form, e.getLineNumber() < 1 ? 0 : linesBefore + e.getLineNumber(), text);
        } catch (RDFHandlerException | IllegalArgumentException | IOException e) {
            throw new RemoteDocument.Failed("not-dcat", form.title);
        }
    }

    /** @param said line from 1; where the text ends too early, none is said */
    private static RemoteDocument.Failed faulty(Form form, long said, String text) {
        long line = said > 0 ? said : text.lines().count();
        String shown = text.lines().skip(line - 1).findFirst().orElse("").strip();
        return new RemoteDocument.Failed("faulty-line", form.title, line,
                shown.length() <= LONGEST_LINE ? shown : shown.substring(0, LONGEST_LINE) + "…");
    }
}
