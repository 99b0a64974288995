package vn.thang.organisation.agency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Below which agency of the first level those stood that moved. What is asked of a period is asked of its last day, as it is asked
 * whether an agency is due.
 */
public final class FormerPlaces {

    private final Map<Long, List<Place>> places;

    /**
     * A place that an agency had.
     *
     * @param until first day on which it was there no longer
     * @param first id of the agency of the first level, as it stands in paths
     */
    public record Place(long agency, LocalDate until, String first) {
    }

    public FormerPlaces(List<Place> places) {
        this.places = places.stream().sorted(Comparator.comparing(Place::until))
                .collect(Collectors.groupingBy(Place::agency));
    }

    /**
     * Returns the id of the agency of the first level below which an agency stood on a day.
     *
     * @param today where it stands today
     */
    public String first(long agency, LocalDate day, String today) {
        return places.getOrDefault(agency, List.of()).stream().filter(place -> place.until().isAfter(day)).findFirst()
                .map(Place::first).orElse(today);
    }
}
