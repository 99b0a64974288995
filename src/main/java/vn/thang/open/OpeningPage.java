package vn.thang.open;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** What the ministry makes public of a round: what it would be, what it is, and its end. */
@Named
@ViewScoped
public class OpeningPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 12_000;

    @Inject
    private Opening opening;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    private String round;
    private boolean agencies = true;
    private boolean targets = true;
    private boolean looked;
    private transient List<OpenPublication> all;
    private transient List<OpenFile> preview;

    public void load() {
        all = notices.found(() -> {
            if (round == null || round.isBlank()) {
                throw new BusinessException.NotFound("report.unknown-round", "");
            }
            return opening.list();
        });
    }

    /** Whether somebody looked at what would become public, without which nothing does. */
    public boolean isLooked() {
        return looked;
    }

    /** Shows what would become public, changing nothing. */
    public String look() {
        looked = notices.attempt(() -> preview = opening.preview(round, choice()));
        return null;
    }

    public String open() {
        if (!notices.attempt(() -> opening.open(round, choice()))) {
            return null;
        }
        notices.say("open.opened");
        return again();
    }

    public String close() {
        if (!notices.attempt(() -> opening.close(round))) {
            return null;
        }
        notices.say("open.closed");
        return again();
    }

    private String again() {
        return "/opening/index?faces-redirect=true&round=" + round;
    }

    private Choice choice() {
        return new Choice(agencies, targets);
    }

    /** Whether the person can make rounds public at all. */
    public boolean isFound() {
        return caller.can(Permission.PUBLISH);
    }

    /** The beginning of a file, for looking at. */
    public String beginning(OpenFile file) {
        String text = new String(file.content(), 0, Math.min(SHOWN, file.size()),
                StandardCharsets.UTF_8);
        return file.size() > SHOWN ? text + "…" : text;
    }

    /** Files for taking away that would become public; null before somebody looked. */
    public List<OpenFile> getFiles() {
        return preview == null ? null : preview.stream().filter(OpenFile::data).toList();
    }

    /** How many pages of agencies there would be. */
    public long getPages() {
        return preview == null ? 0 : preview.stream().filter(file -> file.name().startsWith("agency/")).count();
    }

    public List<OpenPublication> getAll() {
        return all == null ? List.of()
                : all.stream().filter(one -> round == null || one.round().equals(round)).toList();
    }

    /** Whether the round is public now. */
    public boolean isPublic() {
        return getAll().stream().anyMatch(OpenPublication::open);
    }

    public String getRound() {
        return round;
    }

    public void setRound(String round) {
        this.round = round;
    }

    public boolean isAgencies() {
        return agencies;
    }

    public void setAgencies(boolean agencies) {
        this.agencies = agencies;
    }

    public boolean isTargets() {
        return targets;
    }

    public void setTargets(boolean targets) {
        this.targets = targets;
    }
}
