package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.sql.Allowances;

/** Forgets every night who asked how often, since that counts for an hour at most. */
@ApplicationScoped
class AllowanceForgetting implements RecurringWork {

    @Inject
    private Allowances allowances;

    @Override
    public String name() {
        return "forget-allowances";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(3, 20));
    }

    @Override
    public void run(Progress progress) {
        allowances.forget();
    }
}
