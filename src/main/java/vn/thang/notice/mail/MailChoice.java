package vn.thang.notice.mail;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.notice.NoticeTopic;

/** What a person wants by mail, and how often. */
public record MailChoice(How how, Set<NoticeTopic> topics) {

    /** Who never chose gets one letter a day with everything but long work, whose end is seen by the bell. */
    static final MailChoice USUAL = new MailChoice(How.DAILY, EnumSet.complementOf(EnumSet.of(NoticeTopic.WORK)));

    /** How often letters come. */
    public enum How { DAILY, AT_ONCE, NEVER }

    static MailChoice of(String how, String topics) {
        return new MailChoice(How.valueOf(how),
                Stream.of(topics.split(",")).filter(one -> !one.isEmpty()).map(NoticeTopic::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeTopic.class))));
    }

    /** As the database keeps them. */
    String topicNames() {
        return topics.stream().sorted().map(NoticeTopic::name).collect(Collectors.joining(","));
    }
}
