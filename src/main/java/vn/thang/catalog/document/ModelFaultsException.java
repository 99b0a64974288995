package vn.thang.catalog.document;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;

/** Files of the catalog, or a model in a request, were refused: every fault found, in the order of the files. */
public class ModelFaultsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public ModelFaultsException(List<Fault> faults) {
        super("catalog.faults", String.valueOf(faults.size()));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** For the log of the server: English, with every fault on its own line. */
    @Override
    public String getMessage() {
        return "The catalog is refused, nothing of it was loaded:\n"
                + faults.stream().map(fault -> fault.line(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }
}
