package vn.thang.organisation.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** A file of agencies. */
@Named
@RequestScoped
public class ImportPage extends FilePage<ImportReport> {

    @Inject
    private AgencyImport agencies;

    @Override
    protected void open() {
        agencies.open();
    }

    @Override
    protected ImportReport check(byte[] content) {
        return agencies.check(content);
    }

    @Override
    protected long start(String name, byte[] content, boolean rightRows) {
        return agencies.start(name, content, rightRows);
    }

    @Override
    protected String hash(ImportReport checked) {
        return checked.hash();
    }

    @Override
    protected Stream<List<?>> lists(ImportReport checked) {
        return Stream.of(checked.faults(), checked.changed(), checked.created());
    }

    @Override
    protected String address() {
        return "/organisation/import";
    }

    @Override
    protected int mostBytes() {
        return AgencyFile.MOST_BYTES;
    }
}
