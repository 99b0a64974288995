package vn.thang.matter.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The content of a pack, before it has a form: the same sentences, lists and tables stand in all its documents.
 *
 * @param title    kind of document, in capitals
 * @param about    what it is about
 * @param placeDay place and day
 * @param seal     of which frozen content it is, with its hash
 */
public record Pack(Locale locale, String title, String about, String placeDay, List<Chapter> chapters, String seal) {

    /** A part with a heading. */
    public record Chapter(String heading, List<Part> parts) {
    }

    /** What stands in a chapter. */
    public sealed interface Part permits Sentence, Bullets, Rows, Tiles {
    }

    /** A paragraph. */
    public record Sentence(String text, boolean strong) implements Part {
    }

    /** A list. */
    public record Bullets(List<String> items) implements Part {
    }

    /**
     * A table.
     *
     * @param widths of the columns, which together are 100
     */
    public record Rows(String caption, List<String> head, List<Integer> widths,
            List<List<String>> rows) implements Part {
    }

    /**
     * The provinces, one tile each.
     *
     * @param told what there is to see, for who does not see it
     */
    public record Tiles(String told, List<Tile> tiles) implements Part {
    }

    /** @param level 0 for none */
    public record Tile(String name, int column, int row, int level) {
    }

    /** Returns everything that can be read in it, in its order: two packs are the same when this is. */
    public List<String> told() {
        List<String> told = new ArrayList<>(List.of(title, about, placeDay));
        for (Chapter chapter : chapters) {
            told.add(chapter.heading());
            chapter.parts().forEach(part -> told.addAll(told(part)));
        }
        told.add(seal);
        return told;
    }

    private static List<String> told(Part part) {
        return switch (part) {
            case Sentence sentence -> List.of(sentence.text());
            case Bullets bullets -> bullets.items();
            case Rows rows -> Stream.concat(rows.head().stream(), rows.rows().stream().flatMap(List::stream)).toList();
            case Tiles tiles -> List.of(tiles.told());
        };
    }
}
