package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.signing.SignatureFieldsPage;
import vn.thang.core.model.Criterion;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The provisional result with all its inputs, the objections of the agency and its reply. */
@Named
@RequestScoped
public class ProvisionalPage {

    @Inject
    private RightOfReply reply;

    @Inject
    private ObjectionEvidence evidence;

    @Inject
    private EvidenceKeeping keeping;

    @Inject
    private ObjectionPage shown;

    @Inject
    private SignatureFieldsPage fields;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private Long assessment;

    @Inject
    @Param
    private String criterion;

    private String claimed;
    private String grounds;
    private String link;
    private Part file;
    private boolean sure;
    private String seen;
    private boolean loaded;
    private Boolean open;

    /** Whether there is something to show. */
    public boolean isFound() {
        if (!loaded && !faces.getResponseComplete()) {
            loaded = true;
            shown.load(assessment == null ? 0 : assessment, criterion);
            shown.getObjection().ifPresent(one -> {
                claimed = one.claimed();
                grounds = one.grounds();
            });
        }
        return shown.isFound();
    }

    public LocalDate getUntil() {
        return reply.until(shown.getHead());
    }

    public boolean isOpen() {
        if (open == null) {
            open = reply.isOpen(shown.getHead());
        }
        return open;
    }

    public boolean isSigning() {
        return isOpen() && caller.can(Permission.SIGN, shown.getHead().agencyPath());
    }

    public List<Criterion> getCriteria() {
        return shown.getView().scored().model().criteria().stream().filter(shown.getView()::shows).toList();
    }

    /** Whether this criterion can be objected to now. */
    public boolean isOpenFor(String code) {
        return isOpen() && !shown.getView().scored().isExempt(code);
    }

    /** Keeps the objection with what is attached to it. */
    public String object() {
        boolean done = notices.attempt(() -> {
            reply.object(assessment, criterion, claimed, grounds);
            if (file != null && file.getSubmittedFileName() != null && !file.getSubmittedFileName().isBlank()) {
                evidence.attachFile(assessment, criterion, file.getSubmittedFileName(), content());
            }
            if (link != null && !link.isBlank()) {
                evidence.attachLink(assessment, criterion, null, link);
            }
        });
        return done ? said("reply.kept", criterion) : null;
    }

    private byte[] content() {
        try (var in = file.getInputStream()) {
            return in.readNBytes(Math.toIntExact(keeping.mostBytes() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String withdraw() {
        return notices.attempt(() -> reply.withdraw(assessment, criterion)) ? said("reply.withdrawn", criterion) : null;
    }

    public String accept() {
        return signed(() -> reply.accept(assessment, seen, fields.given(), fields.shown()), "reply.accepted");
    }

    public String handIn() {
        return signed(() -> reply.handIn(assessment, seen, fields.given(), fields.shown()), "reply.handed-in");
    }

    private String signed(Runnable deed, String text) {
        if (!sure) {
            notices.refuse(new BusinessException("reply.sure"));
            return null;
        }
        if (!notices.attempt(deed)) {
            seen = null;
            sure = false;
            fields.forget();
            return null;
        }
        return said(text);
    }

    private String said(String text, Object... arguments) {
        notices.say(text, arguments);
        return "/assessment/provisional?faces-redirect=true&assessment=" + assessment;
    }

    public String getClaimed() {
        return claimed;
    }

    public void setClaimed(String claimed) {
        this.claimed = claimed;
    }

    public String getGrounds() {
        return grounds;
    }

    public void setGrounds(String grounds) {
        this.grounds = grounds;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** The fingerprint of what the head has before them. */
    public String getSeen() {
        return seen == null ? reply.content(assessment) : seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** The fingerprint in groups that can be compared by eye. */
    public String getGroups() {
        return HandedInContent.groups(reply.content(assessment));
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
