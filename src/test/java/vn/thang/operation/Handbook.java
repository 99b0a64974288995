package vn.thang.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handbook of operation, as tests read it: its commands are followed or compared, not only printed. */
final class Handbook {

    static final Path FILE = Path.of("src/site/operation.md");
    private static final Pattern BLOCK = Pattern.compile("<!-- block: ([a-z-]+) -->\n```([a-z]+)\n(.*?)\n```\n",
            Pattern.DOTALL);

    private Handbook() {
    }

    /** Commands or statements under their name. */
    record Block(String name, String language, String text) {
    }

    static String text() throws IOException {
        return Files.readString(FILE);
    }

    /** Every block, in the order of both languages. */
    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2), block.group(3)));
        }
        return blocks;
    }

    /** The block of this name, with what stands for something of the installation replaced; all of it must stand there. */
    static String block(String name, Map<String, String> own) throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        blocks().forEach(block -> known.put(block.name(), block.text()));
        String text = known.get(name);
        for (Map.Entry<String, String> one : own.entrySet()) {
            if (!text.contains(one.getKey())) {
                throw new IllegalStateException(name + " does not say " + one.getKey());
            }
            text = text.replace(one.getKey(), one.getValue());
        }
        return text;
    }
}
