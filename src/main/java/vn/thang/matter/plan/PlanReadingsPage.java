package vn.thang.matter.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readings of an agency in its plan. */
@Named
@RequestScoped
public class PlanReadingsPage {

    @Inject
    private ReadingPlanning planning;

    private final Map<String, ReadingPlanning.View> found = new HashMap<>();

    public ReadingPlanning.View of(String agency) {
        return found.computeIfAbsent(agency, planning::view);
    }

    /** Returns the readings about which nothing is planned. */
    public List<ReadingPlanning.Offer> offers(String agency) {
        return of(agency).offers().stream().filter(one -> !one.planned()).toList();
    }
}
