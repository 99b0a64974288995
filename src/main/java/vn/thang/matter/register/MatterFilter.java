package vn.thang.matter.register;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.thang.matter.Matter;
import vn.thang.platform.GivenText;

/**
 * Which matters; null means all, as to the state all that are open.
 *
 * @param words  part of the name whatever its marks, or beginning of the code of the agency that is asked
 * @param person part of the name of whoever is asked or asks
 * @param target code of a target
 * @param criterion code of a criterion, in whatever round
 * @param indicator code of an indicator
 * @param source code of a source of readings
 * @param agency code of the agency that is asked
 * @param assessment id of an assessment
 * @param meeting id of a meeting that decided it
 */
public record MatterFilter(String words, String person, Matter.Kind kind, Standing standing, Due due, Mine mine,
        String target, String criterion, String indicator, String source, String agency, Long assessment,
        Long meeting) {

    /** How far a matter is, as people ask for it. */
    public enum Standing {
        /** Something is left to do, which is what is asked for where nothing else is. */
        OPEN,
        /** It waits for the agency, or for the side that asked. */
        WAITING, ANSWERED, DONE, DROPPED, ALL
    }

    /** When it is due. */
    public enum Due {
        LATE, WEEK, MONTH
    }

    /** What the person has to do with it: it waits for them, they asked, or they got a copy. */
    public enum Mine {
        ASKED, ASKING, COPIED
    }

    public MatterFilter {
        words = GivenText.orNull(words);
        person = GivenText.orNull(person);
        target = GivenText.orNull(target);
        criterion = GivenText.orNull(criterion);
        indicator = GivenText.orNull(indicator);
        source = GivenText.orNull(source);
        agency = GivenText.orNull(agency);
        standing = standing == null ? Standing.OPEN : standing;
    }

    /** The open ones of a figure. */
    private static MatterFilter open(String target, String indicator, String source, String agency, Long assessment) {
        return new MatterFilter(null, null, null, Standing.OPEN, null, null, target, null, indicator, source,
                agency, assessment, null);
    }

    public static MatterFilter ofTarget(String code) {
        return open(code, null, null, null, null);
    }

    public static MatterFilter ofIndicator(String code) {
        return open(null, code, null, null, null);
    }

    /** The open ones about the readings of an indicator that are asked of one agency. */
    public static MatterFilter ofReading(String indicator, String agency) {
        return open(null, indicator, null, agency, null);
    }

    public static MatterFilter ofAgency(String code) {
        return open(null, null, null, code, null);
    }

    public static MatterFilter ofAssessment(long id) {
        return open(null, null, null, null, id);
    }

    /** All that a meeting decided. */
    public static MatterFilter ofMeeting(long id) {
        return new MatterFilter(null, null, null, Standing.ALL, null, null, null, null, null, null, null, null,
                id);
    }

    public static MatterFilter measuresOf(String code) {
        return new MatterFilter(null, null, Matter.Kind.MEASURE, Standing.ALL, null, null, null, null, null, null,
                code, null, null);
    }

    /** From the parameters of an address; what there is none of counts as not given. */
    public static MatterFilter of(Map<String, String> asked) {
        String assessment = asked.get("assessment");
        return new MatterFilter(asked.get("q"), asked.get("person"), one(Matter.Kind.values(), asked.get("kind")),
                one(Standing.values(), asked.get("state")), one(Due.values(), asked.get("due")),
                one(Mine.values(), asked.get("my")), asked.get("target"), asked.get("criterion"),
                asked.get("indicator"), asked.get("source"), asked.get("agency"),
                assessment != null && assessment.matches("\\d{1,18}") ? Long.valueOf(assessment) : null,
                GivenText.number(asked.get("meeting")) == 0 ? null : GivenText.number(asked.get("meeting")));
    }

    private static <E extends Enum<E>> E one(E[] all, String name) {
        return name == null ? null
                : Stream.of(all).filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT))).findFirst()
                        .orElse(null);
    }
}
