package vn.thang.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thang.platform.Texts;

/**
 * A change of the version of the model between two rounds.
 *
 * @param joined whether the levels of the whole and of its dimensions compare
 */
public record VersionStep(String from, String to, boolean joined) {

    /** The change between two rounds that follow each other, as the later version says; empty where both have the same. */
    public static Optional<VersionStep> between(Catalog catalog, String from, String to) {
        return from.equals(to) ? Optional.empty()
                : Optional.of(new VersionStep(from, to, catalog.compares(to, from)));
    }

    /**
     * The change before each of several rounds; null before the first, and where there is none.
     *
     * @param models of the rounds, oldest first
     */
    public static List<VersionStep> along(Catalog catalog, List<String> models) {
        List<VersionStep> steps = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            steps.add(i == 0 ? null : between(catalog, models.get(i - 1), models.get(i)).orElse(null));
        }
        return steps;
    }

    /** Its kind as pages name it. */
    public String kind() {
        return joined ? "joined" : "break";
    }

    /** What it means for how agencies moved between levels, as a sentence. */
    public String movement(Locale language) {
        return Texts.text(language, joined ? "movement.joined" : "movement.break", from, to);
    }

    /** What it means for figures before and after, as a sentence. */
    public String words(Locale language) {
        return Texts.text(language, joined ? "trend.joined" : "trend.break", from, to);
    }

    /** The same in a few words, which stand beside the first round after it. */
    public String mark(Locale language) {
        return Texts.text(language, joined ? "trend.joined.mark" : "trend.break.mark", to);
    }
}
