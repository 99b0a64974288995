package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.list.ListFile;

/** The agencies directly below one as a file, with the columns of the directory. */
@ApplicationScoped
class AgencyUnitsFile implements ListFile {

    @Inject
    private AgencyDirectory directory;

    @Override
    public String name() {
        return "agency-units";
    }

    @Override
    public Content<DirectoryLine> content(Asked asked) {
        return new Content<>(asked.text("organisation.below"),
                directory.list(DirectoryFilter.below(asked.filters()), asked.whole(AgencyOrder.values())).rows(),
                AgenciesFile.columns(asked));
    }
}
