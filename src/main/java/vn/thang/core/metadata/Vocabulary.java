package vn.thang.core.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The controlled words that count as coming from a vocabulary. Sources: EU Vocabularies (file types, licences, access rights),
 * IANA media types, and the lists of machine-readable and non-proprietary formats of the metadata quality assessment.
 */
public final class Vocabulary {

    private static final String MEDIA_TYPES = "media-types/";
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
    /** Registered media types, by which a format may be called too, with the codes of the formats. */
    private static final Map<String, String> FORMATS = formats("""
            text/csv CSV
            text/tab-separated-values TSV
            text/plain TXT
            text/html HTML
            application/xhtml+xml XHTML
            text/xml XML
            application/xml XML
            application/json JSON
            application/ld+json JSON_LD
            application/geo+json GEOJSON
            application/vnd.geo+json GEOJSON
            application/rdf+xml RDF_XML
            text/turtle RDF_TURTLE
            application/n-triples RDF_N_TRIPLES
            text/n3 N3
            application/sparql-query SPARQLQ
            application/atom+xml ATOM
            application/rss+xml RSS
            text/calendar ICS
            application/gml+xml GML
            application/gpx+xml GPX
            application/vnd.google-earth.kml+xml KML
            application/vnd.google-earth.kmz KMZ
            application/geopackage+sqlite3 GPKG
            application/vnd.shp SHP
            application/vnd.dbf DBF
            application/vnd.apache.parquet PARQUET
            application/sql SQL
            application/netcdf NETCDF
            application/x-hdf5 HDF
            application/pdf PDF
            application/epub+zip EPUB
            application/zip ZIP
            application/gzip GZIP
            application/x-tar TAR
            image/png PNG
            image/svg+xml SVG
            image/jpeg JPEG
            image/tiff TIFF
            image/gif GIF
            application/vnd.oasis.opendocument.spreadsheet ODS
            application/vnd.oasis.opendocument.text ODT
            application/vnd.oasis.opendocument.presentation ODP
            application/vnd.ms-excel XLS
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet XLSX
            application/msword DOC
            application/vnd.openxmlformats-officedocument.wordprocessingml.document DOCX
            application/vnd.ms-powerpoint PPT
            application/vnd.openxmlformats-officedocument.presentationml.presentation PPTX
            application/vnd.sdmx.data+csv SDMX
            application/vnd.sdmx.data+json SDMX
            application/vnd.sdmx.genericdata+xml SDMX
            application/vnd.sdmx.structurespecificdata+xml SDMX
            """);
    private static final Set<String> RIGHTS = Set.of("PUBLIC", "RESTRICTED", "NON_PUBLIC");

    private Vocabulary() {
    }

    private static Map<String, String> formats(String lines) {
        return lines.lines().map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    public static boolean isKnownFormat(String format) {
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
    public static boolean isMediaType(String type) {
        return mediaType(type)
                .matches(
                        "(application|text|image|audio|video|model|multipart|message|font|chemical)/[a-z0-9][a-z0-9.+_-]{0,126}");
    }

    public static boolean isLicence(String licence) {
        String address = licence.strip().toLowerCase(Locale.ROOT);
        return LICENCES.contains(last(licence, "/").toUpperCase(Locale.ROOT))
                || address.matches("https?://creativecommons\\.org/(licenses|publicdomain)/[a-z0-9.-]+/.*")
                || address.matches("https?://(www\\.)?opendatacommons\\.org/licenses/[a-z-]+/.*")
                || address.matches("https?://publications\\.europa\\.eu/resource/authority/licence/.+");
    }

    public static boolean isAccessRight(String right) {
        return RIGHTS.contains(last(right, "/").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A media type as it is registered, without its address and without what is said beside it, such as the encoding. */
    private static String mediaType(String type) {
        return last(type, MEDIA_TYPES).toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
    }

    /** The code of a format: that of its media type, or the end of its address, in capitals, without a dot before it. */
    private static String format(String format) {
        String registered = FORMATS.get(mediaType(format));
        if (registered != null) {
            return registered;
        }
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
