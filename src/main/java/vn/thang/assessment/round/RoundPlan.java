package vn.thang.assessment.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;

/**
 * What an administrator decides about a round before it opens.
 *
 * @param modelRef such as vn-dgm/1.0
 * @param scope    keys of the types of agency that take part
 * @param days     how long each stage after answering lasts
 * @param belowFirst whether an agency hands in only after all units below it that take part
 * @param participation per cent of the agencies of every type that have to take part for it to speak for the country
 * @param rehearsal whether it enters no figure and can be removed whole; its code and its name say so everywhere
 */
public record RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        Set<String> scope,
        Map<Stage, Integer> days, boolean belowFirst, int participation, boolean rehearsal) {

    /** So many per cent of every type of agency have to take part, unless a plan says otherwise. */
    public static final int USUAL_PARTICIPATION = 80;
    /** The code of a rehearsal begins with it, and no other: so files, pictures and addresses tell one. */
    public static final String REHEARSAL_CODE = "DT-";
    /** The name of a rehearsal begins with it, and no other: so every page and file that names the round tells one. */
    public static final String REHEARSAL_NAME = "Diễn tập: ";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_DAYS = 400;
    private static final int LEAST_PARTICIPATION = 50;
    private static final int MOST_PARTICIPATION = 100;

    public RoundPlan {
        name = name == null ? null : named(name.strip(), rehearsal);
    }

    private static String named(String name, boolean rehearsal) {
        String bare = name.startsWith(REHEARSAL_NAME) ? name.substring(REHEARSAL_NAME.length()).strip() : name;
        return rehearsal && !bare.isEmpty() ? REHEARSAL_NAME + bare : bare;
    }

    public RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn, Set<String> scope,
            Map<Stage, Integer> days) {
        this(code, name, modelRef, opensOn, dueOn, scope, days, false, USUAL_PARTICIPATION, false);
    }

    /** With stages as long as usual. */
    public RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn, Set<String> scope) {
        this(code, name, modelRef, opensOn, dueOn, scope, Stage.usual());
    }

    /** Takes up whatever makes no sense by itself; the days of a stage are the field {@code days_} with its name. */
    public void check(Faults faults) {
        if (faults.require(code != null && code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,19}"), "code", "round.code")) {
            faults.require(code.startsWith(REHEARSAL_CODE) == rehearsal, "code",
                    rehearsal ? "round.rehearsal-code" : "round.no-rehearsal-code", REHEARSAL_CODE);
        }
        faults.check("name", () -> GivenText.required(name, LONGEST_NAME, "round.name"));
        faults.require(opensOn != null && dueOn != null && !dueOn.isBefore(opensOn),
                opensOn == null ? "opensOn" : "dueOn", "round.dates");
        faults.require(scope != null && !scope.isEmpty() && AgencyType.assessed().containsAll(scope), "scope",
                "round.scope");
        faults.require(participation >= LEAST_PARTICIPATION && participation <= MOST_PARTICIPATION, "participation",
                "round.participation", LEAST_PARTICIPATION, MOST_PARTICIPATION);
        Stage.planned().forEach(stage -> faults.require(
                days.get(stage) != null && days.get(stage) >= 0 && days.get(stage) <= MOST_DAYS, "days_" + stage,
                "stage.days", MOST_DAYS));
    }

    /** Returns the last day of every stage as it follows from the plan. */
    public List<StageDay> stages() {
        return Stage.follow(opensOn, dueOn, days, Map.of());
    }

    String modelId() {
        return modelRef.substring(0, modelRef.indexOf('/'));
    }

    String modelVersion() {
        return modelRef.substring(modelRef.indexOf('/') + 1);
    }
}
