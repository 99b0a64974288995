package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.WithdrawnRounds;
import vn.thang.catalog.Catalog;
import vn.thang.matter.pack.Pack;
import vn.thang.matter.pack.PackPdf;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Makes the bulletin of each month once, and lets the ministry decide whether everybody reads it. The application makes that of
 * the month that is over by itself; whoever publishes can have that of this month made before.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.PUBLISH)
public class BulletinMaking {

    @Inject
    private Bulletins bulletins;

    @Inject
    private WithdrawnRounds withdrawn;

    @Inject
    private BulletinFigures figures;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<BulletinEvent> events;

    private void checkNational() {
        caller.check(Permission.PUBLISH, agencies.rootPath());
    }

    /** Makes the bulletin of this month from the figures of now. */
    @Requires(Permission.PUBLISH)
    public Bulletin make() {
        checkNational();
        return make(YearMonth.from(today()), caller.me());
    }

    /** Whether this month has its bulletin. */
    @Requires(Permission.PUBLISH)
    public boolean isMade() {
        checkNational();
        return bulletins.find(YearMonth.from(today()).atDay(1)).isPresent();
    }

    /** Makes the bulletin of the month that is over, where there is none and results are official. */
    void makeDue() {
        YearMonth over = YearMonth.from(today()).minusMonths(1);
        if (bulletins.find(over.atDay(1)).isEmpty()) {
            make(over, null);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }

    private Bulletin make(YearMonth of, Long person) {
        LocalDate month = of.atDay(1);
        if (bulletins.find(month).isPresent()) {
            throw new BusinessException.Conflict("bulletin.exists",
                    BulletinTexts.month(month, Texts.LANGUAGES.get(0)));
        }
        Instant now = clock.instant();
        Optional<BulletinFacts> before = bulletins.before(month);
        BulletinFacts facts = figures.of(month, before, now);
        String text = BulletinText.of(facts);
        String hash = Sha256.hex(text);
        long id = bulletins.add(month, text, hash, person, now);
        for (Locale language : Texts.LANGUAGES) {
            BulletinWords words = new BulletinTexts(facts, before, catalog.programmeTexts(language), hash, language)
                    .words();
            byte[] pdf = pdf(words, language);
            bulletins.add(id, words, pdf, Sha256.hex(pdf));
        }
        events.fire(new BulletinEvent.BulletinMade(id, of.toString(), hash));
        return bulletins.find(month).orElseThrow();
    }

    /** The form of an administrative document, as packs of meetings have it. */
    static byte[] pdf(BulletinWords words, Locale language) {
        return new PackPdf(new Pack(language, words.title(), words.about(), words.day(), words.chapters().stream()
                .map(chapter -> new Pack.Chapter(chapter.heading(), parts(chapter))).toList(), words.seal())).pdf();
    }

    private static List<Pack.Part> parts(BulletinWords.Chapter chapter) {
        Stream<Pack.Part> sentences = chapter.sentences().stream().map(text -> new Pack.Sentence(text, false));
        Stream<Pack.Part> items = chapter.items().isEmpty() ? Stream.of()
                : Stream.of(new Pack.Bullets(chapter.items()));
        Stream<Pack.Part> rows = chapter.rows().isEmpty() ? Stream.of()
                : Stream.of(new Pack.Rows(chapter.heading(), chapter.head(), chapter.widths(), chapter.rows()));
        return Stream.of(sentences, items, rows).flatMap(parts -> parts).toList();
    }

    /** Lets everybody read the bulletin of a month. */
    @Requires(Permission.PUBLISH)
    public void open(String month) {
        Bulletin held = held(month);
        if (held.open()) {
            throw new BusinessException.Conflict("bulletin.is-open");
        }
        if (tellsWithdrawn(held)) {
            throw new BusinessException("bulletin.withdrawn");
        }
        bulletins.open(held.id(), caller.me(), clock.instant());
        events.fire(new BulletinEvent.BulletinOpened(held.id(), held.code(), held.factsHash()));
    }

    /** Ends that; the bulletin itself stays. */
    @Requires(Permission.PUBLISH)
    public void close(String month) {
        Bulletin held = held(month);
        if (!held.open()) {
            throw new BusinessException.Conflict("bulletin.not-open");
        }
        bulletins.close(held.id(), caller.me(), clock.instant());
        events.fire(new BulletinEvent.BulletinClosed(held.id(), held.code()));
    }

    /** A bulletin that tells results which were withdrawn is public no more, in the same transaction; inside it stays. */
    void withdrawn(@Observes RoundEvent event) {
        if (event instanceof RoundEvent.RoundWithdrawn) {
            bulletins.all().stream().filter(Bulletin::open).filter(this::tellsWithdrawn)
                    .forEach(one -> {
                        bulletins.close(one.id(), caller.personId(), clock.instant());
                        events.fire(new BulletinEvent.BulletinClosed(one.id(), one.code()));
                    });
        }
    }

    /** Whether it tells a value of a round that does not hold any more, also as that of the bulletin before. */
    private boolean tellsWithdrawn(Bulletin bulletin) {
        BulletinFacts own = bulletins.facts(bulletin.id());
        Optional<BulletinFacts> before = own.before() == null ? Optional.empty()
                : bulletins.before(bulletin.month());
        return withdrawn.list().stream().map(WithdrawnRounds.Withdrawn::code)
                .anyMatch(code -> own.tells(code) || before.filter(one -> one.tells(code)).isPresent());
    }

    private Bulletin held(String month) {
        checkNational();
        return month(month).flatMap(bulletins::held)
                .orElseThrow(() -> new BusinessException.NotFound("bulletin.unknown"));
    }

    /** Reads a month as addresses name it; empty for what is none. */
    static Optional<LocalDate> month(String code) {
        try {
            return code == null ? Optional.empty() : Optional.of(YearMonth.parse(code).atDay(1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
