package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.audit.reading.TrailReading;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.notice.mail.FailedMails;
import vn.thang.platform.Texts;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.platform.work.Work;

/** What needs a hand, and from when on. */
class NeedTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
    private static final OperationState WELL = new OperationState(NOW, new LongWork.Standing(1, 1, 0, ago(14)),
            List.of(recurring(Work.State.DONE)), new FailedMails.Queue(3, 0, 0, true, ago(119)),
            new ReadingSources.Attention(0, null),
            new TrailReading.Sealing(7L, ago(1), "h", 2, ago(4), anchor(5), true, ago(26 * 60 - 1)),
            backup(26 * 60 - 1), new DatabaseFigures.Standing("11.4", 1, 80, 100, 600L),
            new ServerFigures.Disk(10, 100));

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static Backup backup(long minutes) {
        return new Backup("thang.tar", ago(minutes), "0", 1, 1, "host", null);
    }

    private static TrailReading.Anchoring anchor(long block) {
        return new TrailReading.Anchoring(3, block, ago(27 * 60), "A", 27, 7 - block);
    }

    private static LongWork.Recurring recurring(Work.State state) {
        Work last = new Work(1, "seal-trail", true, "", null, null, NOW, state, 1, "n", NOW, NOW, null, 0, 0, null,
                null, null, null, null);
        return new LongWork.Recurring("seal-trail", Rhythm.every(Duration.ofSeconds(30)), last, NOW);
    }

    @Test
    void nothingNeedsAHandWhileAllIsWell() {
        assertEquals(List.of(), Need.of(WELL));
    }

    /** Where an authority is set, whatever it has not stamped is behind; before the first stamp these are all blocks. */
    @Test
    void blocksAreBehindWhereAnAuthorityIsSet() {
        assertEquals(2, WELL.trail().behind());
        assertEquals(7, new TrailReading.Sealing(7L, ago(1), "h", 2, null, null, true, ago(3)).behind());
        assertEquals(0, new TrailReading.Sealing(7L, ago(1), "h", 2, null, anchor(5), false, null).behind());
    }

    /** A state that is well but for one thing. */
    private record Ill(Need.Kind kind, String link, UnaryOperator<OperationState> how) {
    }

    private static Stream<Ill> ills() {
        String jobs = "/work/jobs.xhtml";
        return Stream.of(
                new Ill(Need.Kind.BACKUP_NONE, null, s -> with(s, s.work(), s.mails(), s.trail(), null, s.database())),
                new Ill(Need.Kind.BACKUP_LATE, null,
                        s -> with(s, s.work(), s.mails(), s.trail(), backup(26 * 60 + 1), s.database())),
                new Ill(Need.Kind.TRAIL_LATE, jobs, s -> with(s, s.work(), s.mails(),
                        new TrailReading.Sealing(7L, ago(1), "h", 2, ago(6), null, false, null), s.backup(),
                        s.database())),
                new Ill(Need.Kind.ANCHOR_LATE, jobs, s -> with(s, s.work(), s.mails(),
                        new TrailReading.Sealing(7L, ago(1), "h", 2, ago(4), anchor(5), true, ago(26 * 60 + 1)),
                        s.backup(), s.database())),
                new Ill(Need.Kind.CONNECTIONS_FEW, null, s -> with(s, s.work(), s.mails(), s.trail(), s.backup(),
                        new DatabaseFigures.Standing("11.4", 1, 81, 100, null))),
                new Ill(Need.Kind.TRANSACTION_OLD, null, s -> with(s, s.work(), s.mails(), s.trail(), s.backup(),
                        new DatabaseFigures.Standing("11.4", 1, 8, 100, 601L))),
                new Ill(Need.Kind.WORK_FAILED, jobs + "?state=FAILED", s -> with(s,
                        new LongWork.Standing(0, 0, 1, null), s.mails(), s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.WORK_LATE, jobs + "?state=WAITING", s -> with(s,
                        new LongWork.Standing(1, 0, 0, ago(16)), s.mails(), s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.MAILS_FAILED, "/notice/mails.xhtml", s -> with(s, s.work(),
                        new FailedMails.Queue(0, 0, 1, true, null), s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.MAILS_LATE, null, s -> with(s, s.work(), new FailedMails.Queue(1, 1, 0, true, null),
                        s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.MAILS_BEHIND, null, s -> with(s, s.work(),
                        new FailedMails.Queue(1, 0, 0, true, ago(121)), s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.MAIL_UNSET, null, s -> with(s, s.work(), new FailedMails.Queue(1, 1, 0, false, null),
                        s.trail(), s.backup(), s.database())),
                new Ill(Need.Kind.RECURRING_FAILED, jobs, s -> new OperationState(NOW, s.work(),
                        List.of(recurring(Work.State.FAILED)), s.mails(), s.sources(), s.trail(), s.backup(),
                        s.database(), s.disk())),
                new Ill(Need.Kind.SOURCES_LATE, "/indicator/sources.xhtml?show=attention",
                        s -> new OperationState(NOW, s.work(), s.recurring(), s.mails(),
                                new ReadingSources.Attention(1, null), s.trail(), s.backup(), s.database(),
                                s.disk())),
                new Ill(Need.Kind.DISK_LOW, null, s -> new OperationState(NOW, s.work(), s.recurring(), s.mails(),
                        s.sources(), s.trail(), s.backup(), s.database(), new ServerFigures.Disk(9, 100))));
    }

    private static OperationState with(OperationState s, LongWork.Standing work, FailedMails.Queue mails,
            TrailReading.Sealing trail, Backup backup, DatabaseFigures.Standing database) {
        return new OperationState(NOW, work, s.recurring(), mails, s.sources(), trail, backup, database, s.disk());
    }

    @ParameterizedTest
    @MethodSource("ills")
    void eachNeedIsFoundAloneAndLeadsToWhereItIsMended(Ill ill) {
        List<Need> needs = Need.of(ill.how().apply(WELL));
        assertEquals(List.of(ill.kind()), needs.stream().map(Need::kind).toList());
        assertEquals(ill.link(), needs.get(0).link());
    }

    @ParameterizedTest
    @EnumSource(Need.Kind.class)
    void eachNeedIsTriedAndHasItsWords(Need.Kind kind) {
        assertEquals(1, ills().filter(ill -> ill.kind() == kind).count());
        Need need = ills().filter(ill -> ill.kind() == kind).flatMap(ill -> Need.of(ill.how().apply(WELL)).stream())
                .findFirst().orElseThrow();
        String key = "operation.need." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : Texts.LANGUAGES) {
            String words = Texts.text(language, key, need.arguments().toArray());
            assertEquals(-1, words.indexOf('{'), words);
        }
    }
}
