package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.ReportContent;
import vn.thang.platform.ReportRows;
import vn.thang.report.ReportDefinition;
import vn.thang.report.room.Report.Column;
import vn.thang.report.room.Report.Wording;

/**
 * The reports that there are, read from the folder reports when the application starts. A definition with a fault is refused
 * alone, and everybody can read why.
 */
@ApplicationScoped
public class ReportCatalogue {

    private static final String INDEX = "/reports/index.yaml";

    @Inject
    private ReportQuery query;

    @Inject
    @Any
    private Instance<ReportRows> rows;

    @Inject
    @Any
    private Instance<ReportContent> contentMakers;

    private Contents contents;

    /** @param id of the purpose, as it stands in addresses */
    record Group(String id, Wording title, List<Report> reports) {
    }

    /** @param refused faults by the name of the definition */
    record Contents(List<Group> groups, Map<String, List<String>> refused) {
    }

    /** Lists the reports by what they are for. */
    List<Group> groups() {
        return contents().groups();
    }

    /** The definitions that are refused, with their faults. */
    Map<String, List<String>> refused() {
        return contents().refused();
    }

    /** @throws BusinessException.NotFound when there is no such report */
    Report get(String id) {
        return groups().stream().flatMap(group -> group.reports().stream()).filter(report -> report.id().equals(id))
                .findFirst().orElseThrow(() -> new BusinessException.NotFound("report.unknown", id));
    }

    /** Finds the rows that a use case computes. */
    ReportRows rows(String name) {
        return rows.stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing gives the rows " + name));
    }

    /** Finds what makes a whole file. */
    ReportContent content(String name) {
        return contentMakers.stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing makes the file " + name));
    }

    private synchronized Contents contents() {
        if (contents == null) {
            contents = read(ReportDefinition.yaml(INDEX),
                    id -> ReportDefinition.yaml("/reports/" + id + ".yaml"), this::check);
        }
        return contents;
    }

    /**
     * Reads the definitions that the index names.
     *
     * @param files the content of a definition by its name
     * @param check the faults of a definition that only the database and the use cases can tell
     */
    static Contents read(Map<String, Object> index, Function<String, Object> files,
            Function<Report, List<String>> check) {
        Map<String, List<String>> refused = new LinkedHashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Object one : (List<?>) index.get("groups")) {
            Map<?, ?> group = (Map<?, ?>) one;
            List<Report> reports = new ArrayList<>();
            for (Object id : (List<?>) group.get("reports")) {
                try {
                    Report report = ReportReader.read(id.toString(), files.apply(id.toString()));
                    List<String> faults = check.apply(report);
                    if (!faults.isEmpty()) {
                        throw new ReportReader.Refused(faults);
                    }
                    reports.add(report);
                } catch (ReportReader.Refused fault) {
                    refused.put(id.toString(), fault.faults());
                } catch (YamlEngineException | IllegalStateException fault) {
                    refused.put(id.toString(), List.of(fault.getMessage()));
                }
            }
            groups.add(new Group(group.get("id").toString(), ReportReader.title(group.get("title")),
                    List.copyOf(reports)));
        }
        return new Contents(List.copyOf(groups), refused);
    }

    /** Asks the database whether it understands the statement, and whether every column comes. */
    private List<String> check(Report report) {
        if (report.page().isPresent()) {
            return List.of();
        }
        if (report.makes().isPresent()) {
            return contentMakers.stream().anyMatch(one -> one.name().equals(report.makes().get())) ? List.of()
                    : List.of("makes: nothing makes " + report.makes().get());
        }
        Optional<Set<String>> given = report.reads().map(name -> rows.stream()
                .filter(one -> one.name().equals(name)).findFirst().map(ReportRows::columns).orElse(Set.of()));
        try {
            Set<String> columns = new HashSet<>(given.isPresent() ? given.get() : query.columns(report));
            if (columns.contains(Report.CRITERION) && report.shows().isEmpty()) {
                return List.of("shows: what of assessments the rows are is needed where they are on criteria");
            }
            Stream<String> needed = Stream.of(report.columns().stream().map(Column::id),
                    report.shows().stream().flatMap(shows -> shows.needs().stream()),
                    report.national() ? Stream.<String>of() : Stream.of(Report.PATH)).flatMap(Function.identity());
            return needed.filter(column -> !columns.contains(column))
                    .map(column -> "columns." + column + ": nothing gives it").toList();
        } catch (JdbiException fault) {
            return List.of("query: " + fault.getMessage());
        }
    }
}
