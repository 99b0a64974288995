package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Takes sections back soon after midnight from whoever had a last day: no deed of that moment tells of it. */
@ApplicationScoped
class SectionsOfTheNight implements RecurringWork {

    private static final LocalTime AT = LocalTime.of(0, 10);

    @Inject
    private SectionReturn sections;

    @Inject
    private OneTransaction transaction;

    @Override
    public String name() {
        return "return-sections";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT);
    }

    @Override
    public void run(Progress progress) {
        transaction.whole(sections::takeAll);
    }
}
