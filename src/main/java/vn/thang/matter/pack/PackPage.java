package vn.thang.matter.pack;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.work.Work;

/** Has the pack of a meeting made, and leads to where it can be taken. */
@Named
@RequestScoped
public class PackPage {

    @Inject
    private PackMaking packs;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    @Param
    private Long id;

    private String province;
    private PackForm form = PackForm.PDF;
    private Work last;

    public String start() {
        long[] work = {0};
        return notices.attempt(() -> work[0] = packs.start(id == null ? 0 : id, form, province, language.getLocale()))
                ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    /** The one that the person has asked for last; null for none that is kept. */
    public Work getLast() {
        if (last == null && id != null) {
            last = packs.last(id).orElse(null);
        }
        return last;
    }

    public List<PackForm> getForms() {
        return List.of(PackForm.values());
    }

    public PackForm getForm() {
        return form;
    }

    public void setForm(PackForm newForm) {
        form = newForm;
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String code) {
        province = code;
    }
}
