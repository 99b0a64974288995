package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** What is known of one agency, on the page of the agency. */
@Named
@RequestScoped
public class ProfilePage {

    @Inject
    private AgencyProfile profile;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private String code;
    private AgencyProfile.View view;

    /** Returns the profile of the agency; null for who may not see it. */
    public AgencyProfile.View of(AgencyDetail detail) {
        if (!detail.agency().code().equals(code)) {
            code = detail.agency().code();
            view = profile.view(code, detail.path(), detail.agency().parentCode()).orElse(null);
        }
        return view;
    }

    /** Where an agency stands, in a sentence; empty without a place. */
    public String place(AgencyStandings.Place place) {
        return place == null ? ""
                : language.text("profile.place", formats.integer(place.rank()), formats.integer(place.ofType()));
    }

    /** Where an agency stands among those below the same agency; empty where there is nothing to say. */
    public String placeBelow(AgencyStandings.Place place) {
        return place == null || view.province() == null ? ""
                : language.text("profile.place.province", formats.integer(place.rankBelowParent()),
                        formats.integer(place.ofParent()), view.province().name(language.getLocale()));
    }

    /** The key of how far a result can be relied on today. */
    public String confidence(ComparedAgency.Standing standing) {
        return "target.confidence." + standing.confidence(LocalDate.now(clock));
    }

    public List<String> getDimensions() {
        return catalog.model(view.basis().modelRef()).dimensions().stream().map(Dimension::code).toList();
    }

    public ModelTexts getTexts() {
        return catalog.texts(view.basis().modelRef(), language.getLocale());
    }

    /** The index of the agency over the rounds, as a line. */
    public TrendChart getTrend() {
        return view.agency().trend(catalog.model(view.basis().modelRef()).highest(), formats, language.getLocale());
    }
}
