package vn.thang.organisation.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.organisation.sheet.FilePage;

/** A file of people. */
@Named
@RequestScoped
public class RosterPage extends FilePage<RosterReport> {

    @Inject
    private RosterImport people;

    @Override
    protected void open() {
        people.open();
    }

    @Override
    protected RosterReport check(byte[] content) {
        return people.check(content);
    }

    @Override
    protected long start(String name, byte[] content, boolean rightRows) {
        return people.start(name, content, rightRows);
    }

    @Override
    protected String hash(RosterReport checked) {
        return checked.hash();
    }

    @Override
    protected Stream<List<?>> lists(RosterReport checked) {
        return Stream.of(checked.faults(), checked.invited(), checked.given());
    }

    @Override
    protected String address() {
        return "/organisation/roster";
    }

    @Override
    protected int mostBytes() {
        return RosterFile.MOST_BYTES;
    }
}
