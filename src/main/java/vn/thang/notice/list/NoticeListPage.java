package vn.thang.notice.list;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.notice.NoticeFilter;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.NoticeOrder;
import vn.thang.notice.NoticeTopic;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The list of what the person was told. */
@Named
@ViewScoped
public class NoticeListPage extends ListPage<NoticeLine, NoticeOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private NoticeReading reading;

    @Inject
    private Language language;

    @Inject
    private NoticePage said;

    @Override
    protected List<String> filters() {
        return List.of("q", "topic", "state");
    }

    @Override
    protected NoticeOrder[] orders() {
        return NoticeOrder.values();
    }

    @Override
    protected Slice<NoticeLine> cut(Cut<NoticeOrder> cut) {
        return reading.list(NoticeFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(NoticeLine line) {
        return line.id();
    }

    /** Marks the chosen ones as read; the bell counts anew. */
    public String readChosen() {
        if (!said.attempt(
                () -> reading.read(getSelected().stream().map(NoticeLine::id).collect(Collectors.toSet())))) {
            return null;
        }
        said.say("notice.chosen-read", getSelected().size());
        return "/notice/index?faces-redirect=true&" + getAddress();
    }

    public String words(NoticeLine line) {
        return line.words(language.getLocale());
    }

    public NoticeTopic[] getTopics() {
        return NoticeTopic.values();
    }
}
