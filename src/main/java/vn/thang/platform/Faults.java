package vn.thang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is wrong in a form, all of it at once. A use case takes every field through it, and refuses at the end; each fault
 * names its field, which has this id on the page. Who may not do the deed at all is refused at once.
 */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /**
     * One fault.
     *
     * @param field id of the field; null where the fault is of no single field
     */
    public record Fault(String field, BusinessException refusal) {
    }

    /** Returns what the field gives; null where that is refused. */
    public <T> T take(String field, Supplier<T> given) {
        try {
            return given.get();
        } catch (Refused several) {
            found.addAll(several.faults());
        } catch (BusinessException.Forbidden refusal) {
            throw refusal;
        } catch (BusinessException refusal) {
            found.add(new Fault(field, refusal));
        }
        return null;
    }

    /** Takes up what the rule refuses. */
    public void check(String field, Runnable rule) {
        take(field, () -> {
            rule.run();
            return null;
        });
    }

    /** Takes up a fault unless what has to hold does; answers whether it does. */
    public boolean require(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            found.add(new Fault(field, new BusinessException(key, arguments)));
        }
        return holds;
    }

    /** @throws Refused where there is a fault */
    public void refuse() {
        refuse(found);
    }

    /**
     * Refuses a form that is filled in by parts.
     *
     * @throws Refused where there is a fault in these fields
     */
    public void refuse(Set<String> fields) {
        refuse(found.stream().filter(fault -> fault.field() != null && fields.contains(fault.field())).toList());
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    /** The refusal of a form with its faults; it says the first one to whoever knows no fields. */
    public static final class Refused extends BusinessException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        private Refused(List<Fault> faults) {
            super(faults.get(0).refusal().key(), faults.get(0).refusal().arguments());
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }

        @Override
        public int status() {
            return faults.get(0).refusal().status();
        }
    }
}
