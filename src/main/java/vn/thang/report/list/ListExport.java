package vn.thang.report.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.TrailLine;
import vn.thang.platform.list.ListFile;
import vn.thang.platform.work.FileContent;
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

    /** The forms in which a list is taken. */
    public enum Form {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        private byte[] of(ListWorkbook list) {
            FileContent content = this == XLSX ? list::write : new ListCsv(list)::write;
            return content.bytes();
        }

        String file(String list) {
            return list + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Makes the file of a list.
     *
     * @throws BusinessException.NotFound when there is no such list
     */
    @Requires(Permission.EXPORT)
    public byte[] take(String list, Form form, ListFile.Asked asked) {
        caller.check(Permission.EXPORT);
        ListFile.Content<?> content = files.stream().filter(file -> file.name().equals(list)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("list.unknown", list)).content(asked);
        String filters = filters(asked.filters(), name -> true);
        byte[] file = form
                .of(new ListWorkbook(content, filters, asked, Texts.moment(asked.language(), clock.instant())));
        events.fire(new ReportEvent.ListTaken(form.file(list),
                filters(asked.filters(), name -> !TrailLine.TYPED.contains(name)),
                filters(asked.filters(), TrailLine.TYPED::contains), content.rows().size(), Sha256.hex(file)));
        return file;
    }

    private static String filters(Map<String, String> asked, Predicate<String> names) {
        return new TreeMap<>(asked).entrySet().stream().filter(one -> !one.getValue().isBlank())
                .filter(one -> names.test(one.getKey()))
                .map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(", "));
    }
}
