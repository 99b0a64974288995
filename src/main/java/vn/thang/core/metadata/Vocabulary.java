package vn.thang.core.metadata;

import java.util.Locale;
import java.util.Set;

/**
 * The controlled words that count as coming from a vocabulary. Sources: EU Vocabularies (file types, licences, access rights),
 * IANA media types, and the lists of machine-readable and non-proprietary formats of the metadata quality assessment.
 */
final class Vocabulary {

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final Set<String> OPEN = Set.of("CSV", "TSV", "JSON", "JSON_LD", "GEOJSON", "XML", "RDF", "RDF_XML",
            "RDF_TURTLE",
            "RDF_N_TRIPLES", "N3", "ODS", "ODT", "ODP", "TXT", "HTML", "XHTML", "GML", "KML", "KMZ", "GPKG", "PNG",
            "SVG", "PARQUET",
            "SQL", "ICS", "GRIB", "NETCDF", "HDF", "EPUB", "ZIP", "GZIP", "TAR", "XSD", "WMS_SRVC", "WFS_SRVC",
            "WMTS_SRVC", "REST",
            "SPARQLQ", "PDF", "OVF", "SDMX", "GTFS", "ATOM", "RSS", "TOPOJSON", "GPX", "CITYGML");
    private static final Set<String> READABLE = Set.of("CSV", "TSV", "JSON", "JSON_LD", "GEOJSON", "XML", "RDF",
            "RDF_XML",
            "RDF_TURTLE", "RDF_N_TRIPLES", "N3", "ODS", "XLS", "XLSX", "GML", "KML", "KMZ", "GPKG", "SHP", "PARQUET",
            "SQL", "ICS", "GRIB",
            "NETCDF", "HDF", "WFS_SRVC", "REST", "SPARQLQ", "SDMX", "GTFS", "ATOM", "RSS", "DBF", "MDB", "TOPOJSON",
            "GPX", "CITYGML");
    private static final Set<String> OTHER = Set.of("DOC", "DOCX", "PPT", "PPTX", "XLSM", "JPEG", "TIFF", "GIF", "MP3",
            "MP4", "DWG",
            "DXF", "RAR", "7Z", "ECW", "LAS", "TAB", "EXE");
    private static final Set<String> LICENCES = Set.of("CC0", "CC0-1.0", "CC-ZERO", "CC-BY", "CC-BY-4.0", "CC_BY",
            "CC_BY_4_0",
            "CC-BY-SA", "CC-BY-SA-4.0", "CC_BY_SA", "CC_BYSA_4_0", "CC-BY-NC", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "ODC-BY",
            "ODC_BY",
            "ODBL", "ODC-ODBL", "ODC_ODBL", "ODC-PDDL", "ODC_PDDL", "NLOD", "OGL", "UK-OGL", "OGL-UK-3.0",
            "DL-DE-BY-2.0",
            "DL-DE-ZERO-2.0", "LO-2.0", "ETALAB-2.0", "MIT", "APACHE-2.0", "GFDL", "EUPL-1.2");
    private static final Set<String> RIGHTS = Set.of("PUBLIC", "RESTRICTED", "NON_PUBLIC");

    private Vocabulary() {
    }

    static boolean isKnownFormat(String format) {
        String key = format(format);
        return OPEN.contains(key) || READABLE.contains(key) || OTHER.contains(key);
    }

    static boolean isNonProprietary(String format) {
        return OPEN.contains(format(format));
    }

    static boolean isMachineReadable(String format) {
        return READABLE.contains(format(format));
    }

    /** A registered tree, and a subtype that is written as one. */
    static boolean isMediaType(String type) {
        return last(type, "media-types/").toLowerCase(Locale.ROOT)
                .matches(
                        "(application|text|image|audio|video|model|multipart|message|font|chemical)/[a-z0-9][a-z0-9.+_-]{0,126}");
    }

    static boolean isLicence(String licence) {
        String address = licence.strip().toLowerCase(Locale.ROOT);
        return LICENCES.contains(last(licence, "/").toUpperCase(Locale.ROOT))
                || address.matches("https?://creativecommons\\.org/(licenses|publicdomain)/[a-z0-9.-]+/.*")
                || address.matches("https?://(www\\.)?opendatacommons\\.org/licenses/[a-z-]+/.*")
                || address.startsWith(AUTHORITY + "licence/");
    }

    static boolean isAccessRight(String right) {
        return RIGHTS.contains(last(right, "/").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The code of a format: the end of its address, in capitals, without a dot before it. */
    private static String format(String format) {
        String key = last(format, "/").toUpperCase(Locale.ROOT).replaceAll("[ .+-]+", "_").replaceAll("^_", "");
        return switch (key) {
            case "JSONLD" -> "JSON_LD";
            case "TTL", "TURTLE" -> "RDF_TURTLE";
            case "WMS" -> "WMS_SRVC";
            case "WFS" -> "WFS_SRVC";
            case "WMTS" -> "WMTS_SRVC";
            case "API" -> "REST";
            case "SHAPEFILE", "ESRI_SHAPEFILE" -> "SHP";
            case "JPG" -> "JPEG";
            default -> key;
        };
    }

    private static String last(String text, String separator) {
        String word = text.strip();
        int slash = word.endsWith(separator) ? -1 : word.lastIndexOf(separator);
        return slash >= 0 && word.contains("://") ? word.substring(slash + separator.length()) : word;
    }
}
