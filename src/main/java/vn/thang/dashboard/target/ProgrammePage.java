package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.dashboard.round.Movement;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** The answer to the question of the national page, and how results moved since the round before, in words. */
@Named
@RequestScoped
public class ProgrammePage {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    private ProgrammeVerdict verdict;
    private List<Movement> movement = List.of();
    private String joined = "";

    public ProgrammeVerdict load(RoundSelection selection) {
        verdict = nationalTargets.verdict(selection);
        movement = nationalRounds.movement(selection);
        joined = nationalRounds.versions(selection).stream()
                .map(step -> step.movement(language.getLocale())).collect(Collectors.joining(" "));
        return verdict;
    }

    /** How many targets will be reached and which will not. */
    public ProgrammeVerdict getVerdict() {
        return verdict;
    }

    /** What the page answers: whether the targets of all phases will be reached. */
    public String getQuestion() {
        List<ProgrammeVerdict.Part> phases = verdict.phases();
        return language.text("dashboard.question", year(phases.get(0)), year(phases.get(phases.size() - 1)));
    }

    private String year(ProgrammeVerdict.Part phase) {
        return verdict.lines().stream().filter(line -> line.target().phase().code().equals(phase.code()))
                .map(TargetLine::dueYear).findFirst().orElse(phase.code());
    }

    /** The name of a phase or of a group of tasks. */
    public String name(String kind, ProgrammeVerdict.Part part) {
        return kind.equals("phase") ? rounds.getProgramme().phase(part.code()).name()
                : rounds.getProgramme().group(part.code());
    }

    /** A number for a table in which nothing is shown as a dash. */
    public String some(long count) {
        return count == 0 ? "–" : formats.integer(count);
    }

    /** How a part of the programme stands, in one sentence. */
    public String sentence(ProgrammeVerdict.Count count) {
        return language.text("dashboard.verdict", formats.integer(count.expected()), formats.integer(count.all()),
                formats.integer(count.atRisk()), formats.integer(count.offTrack()), formats.integer(count.unknown()),
                formats.integer(count.few()), count.few(), count.unknown())
                + (count.weak() == 0 ? "" : " " + language.text("dashboard.verdict.weak", count.weak()));
    }

    /** How the whole and its dimensions moved, the whole first, then in the order of the model. */
    public List<Movement> getMovement() {
        List<String> order = rounds.getDimensionCodes();
        return movement.stream().filter(one -> one.type() == null)
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.node()))).toList();
    }

    /** Returns how the versions of the model compare between which the movement lies; empty within one. */
    public String getJoined() {
        return joined;
    }

    /** How the types of agency moved; empty for those who do not see them apart. */
    public List<Movement> getMovementOfTypes() {
        return movement.stream().filter(one -> one.type() != null)
                .sorted(Comparator.comparingInt(one -> AgencyType.assessed().indexOf(one.type()))).toList();
    }

    /** What a line of the movement is about. */
    public String name(Movement one) {
        return one.type() != null ? language.text("organisation.type." + one.type())
                : one.node().isEmpty() ? language.text("movement.whole")
                        : rounds.getTexts().dimension(one.node()).name();
    }

}
