package vn.thang.organisation.agency.directory;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.primefaces.model.LazyDefaultTreeNode;
import org.primefaces.model.TreeNode;
import vn.thang.platform.GivenText;
import vn.thang.platform.web.NoticePage;

/** The agencies of today as a tree: what is below one is asked for when a person opens it, or when the address names one of them. */
@Named
@ViewScoped
public class AgencyTreePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private NoticePage notices;

    private String code;
    private String wanted;
    private TreeNode<AgencyBranch> root;

    /** Opens the country, and whatever is above the agency that the address names. */
    public void load() {
        code = GivenText.orNull(code);
        AgencyDetail found = code == null ? null : notices.found(() -> directory.get(code));
        if (code != null && found == null) {
            return;
        }
        root = new LazyDefaultTreeNode<>(null, this::below, branch -> branch != null && branch.below() == 0);
        root.setExpanded(true);
        if (found == null) {
            root.getChildren().forEach(country -> country.setExpanded(true));
        } else {
            Optional<TreeNode<AgencyBranch>> at = Optional.of(root);
            for (DirectoryLine above : found.above()) {
                at = at.flatMap(node -> child(node, above.code()));
                at.ifPresent(node -> node.setExpanded(true));
            }
        }
    }

    private static Optional<TreeNode<AgencyBranch>> child(TreeNode<AgencyBranch> above, String code) {
        return above.getChildren().stream().filter(node -> node.getData().code().equals(code)).findFirst();
    }

    private List<AgencyBranch> below(AgencyBranch above) {
        return directory.below(above == null ? null : above.code());
    }

    /** Goes to the address of the agency that was chosen, where the tree is open down to it; refuses a code of none. */
    public void go() {
        if (GivenText.orNull(wanted) != null && notices.attempt(() -> directory.get(wanted))) {
            try {
                FacesContext.getCurrentInstance().getExternalContext()
                        .redirect("tree.xhtml?code=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "#here");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the address names this one. */
    public boolean isHere(AgencyBranch branch) {
        return branch != null && Objects.equals(branch.code(), code);
    }

    public TreeNode<AgencyBranch> getRoot() {
        return root;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String newWanted) {
        wanted = newWanted;
    }
}
