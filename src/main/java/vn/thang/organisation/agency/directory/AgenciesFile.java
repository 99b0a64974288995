package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.list.ListFile;

/** The directory of agencies as a file, whose columns are those that the import reads: taken away, edited and given back. */
@ApplicationScoped
class AgenciesFile implements ListFile {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "agencies";
    }

    @Override
    public Content<DirectoryLine> content(Asked asked) {
        return new Content<>(asked.text("organisation.agencies"),
                directory.list(DirectoryFilter.of(asked.filters(), LocalDate.now(clock)),
                        asked.whole(AgencyOrder.values())).rows(),
                columns(asked));
    }

    static List<Column<DirectoryLine>> columns(Asked asked) {
        Locale language = asked.language();
        return List.of(new Column<>(asked.text("organisation.column.code"), 12, DirectoryLine::code),
                new Column<>(asked.text("organisation.column.parent"), 14, DirectoryLine::parentCode),
                new Column<>(asked.text("organisation.column.name"), 42, DirectoryLine::name),
                new Column<>(asked.text("organisation.column.name-en"), 42, DirectoryLine::nameEn),
                new Column<>(asked.text("organisation.column.type"), 24, line -> line.typeName(language)),
                new Column<>(asked.text("organisation.column.valid-from"), 14, DirectoryLine::validFrom),
                new Column<>(asked.text("organisation.column.valid-to"), 14, DirectoryLine::validTo),
                new Column<>(asked.text("organisation.parent"), 30, line -> line.parentName(language)));
    }
}
