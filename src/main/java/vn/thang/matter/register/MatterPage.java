package vn.thang.matter.register;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.Stream;
import vn.thang.matter.Deed;
import vn.thang.matter.MatterStep;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** One matter with its course; the letter that tells of it leads here. */
@Named
@ViewScoped
public class MatterPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatterCourse course;

    @Inject
    private NoticePage notices;

    private Long id;
    private int seen;
    private String words;
    private LocalDate day;
    private transient MatterCourse.View view;

    public void load() {
        look();
    }

    /** Shows the matter as it is now; what the person does from here on is done on that. */
    private void look() {
        view = null;
        if (getView() != null) {
            seen = view.line().version();
        }
    }

    /** Returns the matter; null where the error page is on its way. */
    public MatterCourse.View getView() {
        if (view == null) {
            view = notices.found(() -> {
                if (id == null) {
                    throw new BusinessException.NotFound("matter.unknown");
                }
                return course.view(id);
            });
        }
        return view;
    }

    public boolean can(String deed) {
        return getView() != null && view.deeds().contains(Deed.valueOf(deed));
    }

    /** Whether the step named a day. */
    public boolean dated(MatterCourse.StepLine step) {
        return step.step() == MatterStep.Kind.ASKED
                || Stream.of(Deed.values()).anyMatch(deed -> deed.dated() && deed.name().equals(step.step().name()));
    }

    /** Does the deed that the button names. */
    public String take(String deed) {
        if (!notices.attempt(() -> course.take(id, Deed.valueOf(deed), words, day, seen))) {
            look();
            return null;
        }
        notices.say("matter.done." + deed);
        return "/matter/matter?faces-redirect=true&id=" + id;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long newId) {
        id = newId;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String text) {
        words = text;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate newDay) {
        day = newDay;
    }
}
