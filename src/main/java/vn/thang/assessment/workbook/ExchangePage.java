package vn.thang.assessment.workbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.workbook.WorkbookDifference.Kind;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The workbook for answering without network: fetched, brought back, decided on, written. */
@Named
@RequestScoped
public class ExchangePage {

    /** Names of the choices in the form begin so; the key of the cell follows. */
    private static final String TAKE = "take:";
    private static final List<Kind> ORDER = List.of(Kind.CONFLICT, Kind.ONLY_FILE, Kind.ONLY_SYSTEM, Kind.BOTH_SAME);

    @Inject
    private WorkbookExchange exchange;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private Long assessment;

    @Inject
    @Param(name = "workbook")
    private Long workbook;

    private Part file;
    private WorkbookExchange.Desk desk;
    private ModelTexts texts;
    private WorkbookComparison comparison;
    private List<WorkbookFault> faults = List.of();

    public void load() {
        desk = notices.found(() -> exchange.desk(getAssessment()));
        if (desk != null) {
            texts = catalog.texts(desk.head().modelRef(), language.getLocale());
            comparison = workbook == null || !faults.isEmpty() ? null : notices.found(this::compared);
        }
    }

    private WorkbookComparison compared() {
        try {
            WorkbookComparison found = exchange.compared(workbook);
            if (found.head().id() != getAssessment()) {
                throw new BusinessException.NotFound("workbook.unknown");
            }
            return found;
        } catch (WorkbookRefused refused) {
            faults = refused.faults();
            return null;
        }
    }

    /** Whether there is something to show. A form that is sent back is read against what is stored now. */
    public boolean isFound() {
        if (desk == null && !faces.getResponseComplete()) {
            load();
        }
        return desk != null;
    }

    /** Holds the file against what is stored; what comes out has an address of its own. */
    public String check() {
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("workbook.choose"));
            return null;
        }
        try {
            return at(exchange.compare(getAssessment(), file.getSubmittedFileName(), content()).id());
        } catch (BusinessException refused) {
            faults = refused instanceof WorkbookRefused told ? told.faults() : List.of();
            notices.refuse(refused);
            return null;
        }
    }

    /** Writes what was chosen. */
    public String apply() {
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        Map<String, Boolean> fromFile = new HashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(TAKE)) {
                fromFile.put(name.substring(TAKE.length()), value.equals("file"));
            }
        });
        boolean done = notices.attempt(() -> {
            WorkbookComparison applied = exchange.apply(workbook, sent.get("seen"), fromFile);
            notices.say("workbook.done", applied.written().size());
        });
        return done ? at(workbook) : null;
    }

    private String at(long id) {
        return "/assessment/workbook?faces-redirect=true&assessment=" + getAssessment() + "&workbook=" + id;
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(WorkbookParts.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells that somebody has changed, what has to be decided first. */
    public List<WorkbookDifference> getChanged() {
        return comparison.changed().stream().sorted(Comparator.comparing(cell -> ORDER.indexOf(cell.kind()))).toList();
    }

    /** What is chosen for a cell: as it was sent, otherwise what goes without saying; nothing for a conflict. */
    public String chosen(WorkbookDifference cell) {
        String sent = faces.getExternalContext().getRequestParameterMap().get(TAKE + cell.key());
        return sent != null ? sent
                : cell.kind() == Kind.ONLY_FILE ? "file" : cell.kind() == Kind.ONLY_SYSTEM ? "system" : "";
    }

    /** An answer with the name of its level or option; a comment as it is. */
    public String said(String criterion, WorkbookDifference.Part part, String value) {
        if (value == null) {
            return language.text("workbook.nothing");
        }
        if (part == WorkbookDifference.Part.COMMENT) {
            return value;
        }
        String option = texts.criterion(criterion).options().get(value);
        return value + " – " + (option == null ? texts.levelName(Integer.parseInt(value)) : option);
    }

    public String choiceFor(WorkbookDifference cell) {
        return language.text("workbook.choice.for",
                cell.criterion() + " " + language.text("workbook.part." + cell.part()));
    }

    public List<Kind> getKinds() {
        return List.of(Kind.values());
    }

    public boolean isOpen() {
        return desk.head().open();
    }

    public WorkbookExchange.Desk getDesk() {
        return desk;
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public WorkbookComparison getComparison() {
        return comparison;
    }

    public WorkbookLine getApplied() {
        return comparison == null ? null : comparison.applied().orElse(null);
    }

    public List<WorkbookFault> getFaults() {
        return faults;
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
