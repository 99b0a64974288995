package vn.thang.report.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.ListFile;
import vn.thang.report.room.ReportEvent;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Hands over lists whole, to whoever may take numbers away and sees the list; the trail says who took what. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class ListExport {

    @Inject
    private Caller caller;

    @Inject
    @Any
    private Instance<ListFile> files;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReportEvent> events;

    /** @throws BusinessException.NotFound when there is no such list */
    @Requires(Permission.EXPORT)
    public ListWorkbook take(String list, ListFile.Asked asked) {
        caller.check(Permission.EXPORT);
        ListFile.Content<?> content = files.stream().filter(file -> file.name().equals(list)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("list.unknown", list)).content(asked);
        String filters = filters(asked.filters());
        events.fire(new ReportEvent.ListTaken(list, filters, content.rows().size()));
        return new ListWorkbook(content, filters, asked, Texts.moment(asked.language(), clock.instant()));
    }

    private static String filters(Map<String, String> asked) {
        return new TreeMap<>(asked).entrySet().stream().filter(one -> !one.getValue().isBlank())
                .map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(", "));
    }
}
