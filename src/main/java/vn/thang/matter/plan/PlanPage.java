package vn.thang.matter.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import vn.thang.matter.Matter;
import vn.thang.matter.register.MatterLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** The improvement plan of an agency. */
@Named
@RequestScoped
public class PlanPage {

    @Inject
    private ImprovementPlan plan;

    @Inject
    private NoticePage notices;

    private String agency;
    private Integer level;
    private ImprovementPlan.View view;

    public void load() {
        view = notices.found(() -> {
            if (agency == null) {
                throw new BusinessException.NotFound("matter.unknown");
            }
            return plan.view(agency, level).orElse(null);
        });
    }

    /** Null before the first published result of the agency. */
    public ImprovementPlan.View getView() {
        return view;
    }

    /** Measures that are not dropped. */
    public List<MatterLine> getPlanned() {
        return view.measures().stream().filter(line -> line.state() != Matter.State.DROPPED).toList();
    }

    /** Measures that were dropped or declined, with the reason. */
    public List<MatterLine> getDropped() {
        return view.measures().stream().filter(line -> line.state() == Matter.State.DROPPED).toList();
    }

    /** Whether a measure that was dropped can be planned again. */
    public boolean replannable(MatterLine dropped) {
        return view.editable()
                && getPlanned().stream().noneMatch(line -> line.criterion().equals(dropped.criterion()));
    }

    /** What the open measures need, in dong; null where none of them names an amount. */
    public BigDecimal getMoney() {
        return getPlanned().stream().map(MatterLine::money).filter(Objects::nonNull).reduce(BigDecimal::add)
                .orElse(null);
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer newLevel) {
        level = newLevel;
    }
}
