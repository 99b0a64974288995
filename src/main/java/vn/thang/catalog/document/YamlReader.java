package vn.thang.catalog.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import vn.thang.catalog.document.Document.Place;

/**
 * Reads YAML 1.2 with the meaning of JSON and keeps the place of everything. It follows the stream of events, so an
 * alias is refused where it stands and never expanded. What JSON cannot say (tags, aliases, keys that are not words,
 * several documents) is a fault.
 */
public final class YamlReader {

    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 20;
    private static final CoreScalarResolver SCALARS = new CoreScalarResolver(false);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final Document document;
    private final List<Fault> faults;
    private Iterator<Event> events;

    private YamlReader(String file, List<Fault> faults) {
        this.document = new Document(file, MissingNode.getInstance(), new HashMap<>(), new HashMap<>());
        this.faults = faults;
    }

    /** The file as a tree; what is wrong with it as YAML is added to the faults. */
    public static Document read(String file, byte[] content, List<Fault> faults) {
        YamlReader reader = new YamlReader(file, faults);
        JsonNode root = reader.read(content);
        return new Document(file, root, Map.copyOf(reader.document.values()), Map.copyOf(reader.document.keys()));
    }

    private JsonNode read(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()
                    .replaceFirst("^\uFEFF", "");
            LoadSettings settings = LoadSettings.builder().setLabel(document.file()).setCodePointLimit(3_000_000)
                    .build();
            events = new Parse(settings).parseString(text).iterator();
            expect(Event.ID.StreamStart);
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                faults.add(document.fault("", "empty"));
                return MissingNode.getInstance();
            }
            JsonNode root = node(events.next(), "", 0);
            expect(Event.ID.DocumentEnd);
            Event end = events.next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                mark(document.values(), "", end.getStartMark());
                faults.add(document.fault("", "documents"));
            }
            return root;
        } catch (CharacterCodingException e) {
            faults.add(document.fault("", "encoding"));
        } catch (MarkedYamlEngineException e) {
            mark(document.values(), "", e.getProblemMark());
            faults.add(document.fault("", "syntax", e.getProblem()));
        } catch (TooDeep e) {
            faults.add(document.fault(e.getMessage(), "depth", DEEPEST));
        } catch (YamlEngineException e) {
            faults.add(document.fault("", "syntax", e.getMessage()));
        }
        return MissingNode.getInstance();
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw new YamlEngineException(event.toString());
        }
    }

    private JsonNode node(Event event, String pointer, int depth) {
        mark(document.values(), pointer, event.getStartMark());
        if (depth > DEEPEST) {
            throw new TooDeep(pointer);
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            faults.add(document.fault(pointer, "alias"));
        }
        return switch (event.getEventId()) {
            case MappingStart -> mapping(pointer, depth);
            case SequenceStart -> sequence(pointer, depth);
            case Scalar -> scalar((ScalarEvent) event, pointer);
            default -> NODES.nullNode();
        };
    }

    private JsonNode mapping(String pointer, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (!(key instanceof ScalarEvent name)) {
                JsonNode complex = node(key, Document.child(pointer, "?"), depth + 1);
                faults.add(document.fault(Document.child(pointer, "?"), "key", kind(complex)));
                node(events.next(), Document.child(pointer, "?"), depth + 1);
                continue;
            }
            String child = Document.child(pointer, name.getValue());
            boolean twice = object.has(name.getValue());
            mark(document.keys(), child, key.getStartMark());
            if (twice) {
                faults.add(document.faultOfKey(child, "twice", name.getValue()));
            }
            JsonNode value = node(events.next(), child, depth + 1);
            if (!twice) {
                object.set(name.getValue(), value);
            }
        }
        return object;
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private JsonNode sequence(String pointer, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            array.add(node(item, Document.child(pointer, array.size()), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarEvent event, String pointer) {
        String value = event.getValue();
        if (event.getTag().isPresent()) {
            faults.add(document.fault(pointer, "tag", event.getTag().get()));
        }
        Tag tag = SCALARS.resolve(value, event.isPlain());
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(value));
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return number ? number(value, tag, pointer) : NODES.textNode(value);
    }

    /** Numbers are written plainly: digits with at most one point. So they are exact, and cheap to compute with. */
    private JsonNode number(String value, Tag tag, String pointer) {
        if (value.length() > LONGEST_NUMBER || !value.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
            faults.add(document.fault(pointer, "number", value));
            return NODES.numberNode(0);
        }
        if (tag.equals(Tag.INT)) {
            return NODES.numberNode(new BigInteger(value));
        }
        return NODES.numberNode(new BigDecimal(value));
    }

    private static void mark(Map<String, Place> places, String pointer, Optional<Mark> mark) {
        mark.ifPresent(m -> places.put(pointer, new Place(m.getLine() + 1, m.getColumn() + 1)));
    }

    private static final class TooDeep extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        TooDeep(String pointer) {
            super(pointer);
        }
    }
}
