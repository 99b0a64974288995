package vn.thang.notice;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which of a person's notices; null means all.
 *
 * @param words  part of the name or the code of the agency concerned
 * @param unread whether only those that are new
 */
public record NoticeFilter(String words, NoticeTopic topic, boolean unread) {

    public static final NoticeFilter ALL = new NoticeFilter(null, null, false);

    /** From the parameters of an address; what there is none of counts as not given. */
    public static NoticeFilter of(Map<String, String> asked) {
        return new NoticeFilter(GivenText.orNull(asked.get("q")),
                Stream.of(NoticeTopic.values()).filter(one -> one.name().equals(asked.get("topic"))).findFirst()
                        .orElse(null),
                "new".equals(asked.get("state")));
    }
}
