package vn.thang.notice.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.notice.NoticeFilter;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.NoticeOrder;
import vn.thang.platform.list.ListFile;

/** What the person was told as a file. */
@ApplicationScoped
class NoticesFile implements ListFile {

    @Inject
    private NoticeReading reading;

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Content<NoticeLine> content(Asked asked) {
        return new Content<>(asked.text("notice.title"),
                reading.list(NoticeFilter.of(asked.filters()), asked.whole(NoticeOrder.values())).rows(),
                List.of(new Column<>(asked.text("notice.time"), 20, NoticeLine::createdAt),
                        new Column<>(asked.text("notice.what"), 80, line -> line.words(asked.language())),
                        new Column<>(asked.text("heatmap.agency"), 40, NoticeLine::agencyName),
                        new Column<>(asked.text("notice.topic"), 26,
                                line -> asked.text("mail.topic." + line.kind().topic())),
                        new Column<>(asked.text("notice.state"), 14,
                                line -> line.read() ? null : asked.text("notice.new"))));
    }
}
