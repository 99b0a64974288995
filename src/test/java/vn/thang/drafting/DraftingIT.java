package vn.thang.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.Stage;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.draft.CatalogDraft;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListFile;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.Progress;
import vn.thang.report.list.ListExport;
import vn.thang.search.FoundKind;
import vn.thang.search.Search;

/** A draft becomes a version by two people; nobody else, and at no other moment. */
class DraftingIT extends ContainerFixture {

    private static final String FIRST = "quantri";
    private static final String SECOND = "quantri.hai";
    private static final String REF = "vn-dgm/7.1";

    @Inject
    private Drafting drafting;

    @Inject
    private DraftDecision decision;

    @Inject
    private DraftReplay replay;

    @Inject
    private ListExport export;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ProgrammeEffect effect;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private Search search;

    @BeforeEach
    void begin() {
        caller.actAs(FIRST);
        catalog.follow();
    }

    /** What a test published is undone with it, and all who come after it know nothing of it. */
    @AfterEach
    void forget() throws Exception {
        again();
        catalog.follow();
    }

    private long upload(GivenDraft archive) {
        return drafting.upload("du-thao.zip", archive.in("7.1/"));
    }

    private long proposed() {
        long draft = upload(GivenDraft.ofVersion("7.1"));
        decision.propose(draft);
        return draft;
    }

    @Test
    void whatShipsIsTheBeginning() {
        List<String> refs = drafting.published().stream().map(PublishedVersion::ref).toList();
        assertTrue(refs.containsAll(List.of("vn-dgm/1.0", "vn-dgm/1.1", "vn-kqi/0.1", "eu-odm/2023",
                "digital-government/1.0")), refs::toString);
        drafting.published().stream().filter(one -> one.publisher() == null)
                .forEach(one -> assertEquals(catalog.hash(one.ref()), one.sha256()));
    }

    @Test
    void oneProposesAndAnotherPublishesAndARoundCanTakeItAtOnce() {
        long draft = proposed();
        assertFalse(catalog.isReadable(REF));
        refused("draft.own", () -> decision.publish(draft));
        caller.actAs(SECOND);
        decision.publish(draft);
        assertTrue(rounds.models().contains(REF));
        assertEquals("vn-dgm/1.1", catalog.succession(REF, "vn-dgm/1.1").orElseThrow().ref());
        rounds.create(new RoundPlan("DT-71", "Thử", REF, LocalDate.of(2031, 1, 1), LocalDate.of(2031, 6, 30),
                new TreeSet<>(Set.of("province")), Stage.usual(), false, RoundPlan.USUAL_PARTICIPATION, true));
        assertEquals(REF, rounds.get("DT-71").modelRef());
        assertEquals("/catalog/criterion.xhtml?model=" + REF + "&code=OPN.1", search
                .find("OPN.1", FoundKind.CRITERION, 5, Texts.LANGUAGES.get(0)).get(0).hits().get(0).address(),
                "what is published is found");
        assertEquals(DraftState.PUBLISHED, drafting.get(draft).state());
        assertEquals(catalog.hash(REF), drafting.published().get(0).sha256());
        assertEquals(3, number("SELECT COUNT(*) FROM change_log WHERE subject = 'model' AND subject_id = ?1", draft));
        refused("draft.not-proposed", () -> decision.publish(draft));
        refused("draft.decided", () -> decision.drop(draft));
    }

    @Test
    void aPublishedVersionIsNeverPublishedAgain() {
        long one = proposed();
        long two = upload(
                GivenDraft.ofVersion("7.1").changed("model.yaml", text -> text.replace("maxGap: 1", "maxGap: 2")));
        decision.propose(two);
        caller.actAs(SECOND);
        decision.publish(one);
        String hash = catalog.hash(REF);
        assertEquals("exists", drafting.check(two).faults().get(0).key());
        refused("draft.faulty", () -> decision.publish(two));
        assertEquals(hash, catalog.hash(REF));
    }

    /** A draft was checked among what was published then; whoever publishes at the same time begins again. */
    @Test
    void twoPublishOneAfterTheOther() throws Exception {
        long draft = proposed();
        caller.actAs(SECOND);
        apart("INSERT INTO model_version (kind, ref, sha256, early, published_at)"
                + " VALUES ('MODEL', 'at-once/0.1', REPEAT('0', 64), FALSE, NOW())");
        try {
            refused("draft.another-published", () -> decision.publish(draft));
        } finally {
            again();
            apart("DELETE FROM model_version WHERE ref = 'at-once/0.1'");
        }
    }

    /** In a transaction of its own. */
    private void apart(String statement) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().uncaughtExceptionHandler((one, thrown) -> failure.set(thrown))
                .start(() -> jdbi.useHandle(sql -> sql.execute(statement)));
        thread.join();
        assertNull(failure.get());
    }

    /** Targets change by people, not by a release: what it brings is only a draft. */
    @Test
    void aProgrammeThatCameWithAReleaseIsTakenAsADraft() {
        assertEquals(Optional.empty(), drafting.brought());
        assertThrows(BusinessException.NotFound.class, () -> drafting.takeBrought());
        String own = catalog.own().orElseThrow();
        sql("DELETE FROM model_version_file WHERE ref = ?1", own);
        sql("DELETE FROM model_version WHERE ref = ?1", own);
        assertEquals(Optional.of(own), drafting.brought());
        Draft draft = drafting.get(drafting.takeBrought());
        assertEquals(List.of(own, "digital-government-1.0.zip", DraftState.UPLOADED),
                List.of(draft.ref(), draft.name(), draft.state()));
        assertTrue(draft.ofProgramme());
    }

    @Test
    void whatIsUndoneIsForgottenByEverybody() throws Exception {
        long draft = proposed();
        caller.actAs(SECOND);
        decision.publish(draft);
        assertTrue(catalog.isReadable(REF));
        again();
        catalog.follow();
        assertFalse(catalog.isReadable(REF));
    }

    @Test
    void aRefusedOneIsToldWhy() {
        long draft = proposed();
        refused("draft.own", () -> decision.refuse(draft, "Không"));
        caller.actAs(SECOND);
        refused("draft.reason-needed", () -> decision.refuse(draft, " "));
        refused("draft.not-own", () -> decision.drop(draft));
        assertEquals(List.of(1L, 0L),
                List.of(told(SECOND, "DRAFT_PROPOSED", draft), told(FIRST, "DRAFT_PROPOSED", draft)));
        decision.refuse(draft, " Trọng số của nhóm STR chưa được thống nhất ");
        assertEquals(1, told(FIRST, "DRAFT_REFUSED", draft));
        caller.actAs(FIRST);
        assertEquals("Trọng số của nhóm STR chưa được thống nhất", drafting.get(draft).reason());
        assertEquals("Đặng Thị Thu Hà", drafting.get(draft).decider());
        refused("draft.not-uploaded", () -> decision.propose(draft));
        assertFalse(catalog.isReadable(REF));
    }

    private long told(String person, String kind, long draft) {
        return number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE p.username = ?1"
                + " AND n.kind = ?2 AND n.subject_id = ?3", person, kind, draft);
    }

    @Test
    void aFaultyDraftIsKeptWithItsFaultsAndGoesNoFurther() {
        long draft = upload(GivenDraft.ofVersion("7.1")
                .changed("model.yaml", text -> text.replaceFirst("weight: 3", "weight: 0"))
                .with("texts.vi.yaml", "model: {".getBytes(StandardCharsets.UTF_8)));
        CatalogDraft checked = drafting.check(draft);
        assertEquals(Set.of("model.yaml", "texts.vi.yaml"),
                new HashSet<>(checked.faults().stream().map(fault -> fault.file()).toList()));
        for (Executable deed : List.<Executable>of(() -> decision.propose(draft), () -> drafting.difference(draft),
                () -> replay.start(draft), () -> replay.replay(draft, Progress.UNSEEN))) {
            refused("draft.faulty", deed);
        }
        assertEquals(DraftState.UPLOADED, drafting.get(draft).state());
        long before = number("SELECT COUNT(*) FROM model_draft");
        refused("draft.no-zip", () -> drafting.upload("x.zip", new byte[]{1, 2, 3, 4}));
        assertEquals(before, number("SELECT COUNT(*) FROM model_draft"));
        decision.drop(draft);
        assertEquals(DraftState.DROPPED, drafting.get(draft).state());
    }

    private long programme(GivenDraft archive) {
        return drafting.upload("chuong-trinh.zip", archive.in("programme/"));
    }

    @Test
    void theProgrammeIsPublishedByTwoPeopleAndHoldsAtOnce() throws Exception {
        long draft = programme(GivenDraft.ofProgramme("7.1").changed("programme.yaml",
                text -> text.replace("coverage: 80", "coverage: 90")));
        assertEquals(List.of(), drafting.check(draft).faults());
        assertTrue(drafting.get(draft).ofProgramme());
        assertEquals(List.of("coverage"),
                drafting.difference(draft).changes().stream().map(ModelChange::field).toList());
        refused("draft.no-model", () -> replay.start(draft));
        decision.propose(draft);
        refused("draft.own", () -> decision.publish(draft));
        assertEquals("digital-government/1.0", catalog.edition().ref());
        caller.actAs(SECOND);
        decision.publish(draft);
        catalog.follow();
        assertEquals("digital-government/7.1", catalog.edition().ref());
        LocalDate today = LocalDate.now(clock);
        assertEquals(List.of(80, 90),
                List.of(catalog.programme().coverage(today), catalog.programme().coverage(today.plusDays(1))));
        assertEquals("exists", drafting.check(programme(GivenDraft.ofProgramme("7.1"))).faults().get(0).key());
        assertEquals(3, number("SELECT COUNT(*) FROM change_log WHERE subject = 'model' AND subject_id = ?1", draft));
        again();
        catalog.follow();
        assertEquals("digital-government/1.0", catalog.edition().ref(), "what is undone is forgotten");
    }

    @Test
    void aDraftOfTheProgrammeIsTriedOnTheTargets() {
        List<ProgrammeEffect.TargetEffect> same = effect.of(programme(GivenDraft.ofProgramme("7.1"))).rows();
        assertEquals(catalog.programme().targets().size(), same.size());
        assertTrue(same.stream().noneMatch(row -> row.moves() || row.differs() || row.movesBefore()));
        GivenDraft low = GivenDraft.ofProgramme("7.2").changed("programme.yaml",
                text -> text.replaceAll("value: (100|99|95|90|80|50)\\n", "value: 1\n"));
        for (String language : List.of("vi", "en", "de")) {
            low.changed("texts." + language + ".yaml",
                    text -> text.replaceAll("\\b(100|99|95|90|80|50)( ?%)", "1$2"));
        }
        List<ProgrammeEffect.TargetEffect> easy = effect.of(programme(low)).rows();
        List<ProgrammeEffect.TargetEffect> moving = easy.stream().filter(ProgrammeEffect.TargetEffect::moves).toList();
        assertFalse(moving.isEmpty());
        assertTrue(moving.stream().allMatch(row -> row.then().status().equals("ok")), moving::toString);
        assertEquals("digital-government/1.0", catalog.edition().ref());
        refused("draft.no-programme", () -> effect.of(upload(GivenDraft.ofVersion("7.1"))));
    }

    @Test
    void aWorkbookIsADraftAsWellAndItsFaultsAreCells() {
        byte[] form = drafting.form("vn-dgm/1.1", Locale.of("vi"));
        long draft = drafting.upload("mo-hinh.xlsx", form);
        assertEquals(List.of("exists"), drafting.check(draft).faults().stream().map(Fault::key).toList());
        assertTrue(drafting.check(draft).faults().get(0).file().matches("model!B[0-9]+"));
        refused("draft.faulty", () -> decision.propose(draft));
        long programme = drafting.upload("chuong-trinh.xlsx", drafting.form("digital-government/1.0", Locale.of("en")));
        assertTrue(drafting.check(programme).faults().get(0).file().matches("programme!B[0-9]+"));
        assertThrows(BusinessException.NotFound.class, () -> drafting.form("vn-dgm/99", Locale.of("vi")));
        assertEquals(List.of("exists"),
                drafting.check(drafting.upload("x.zip", drafting.archive("vn-dgm/1.1"))).faults()
                        .stream().map(Fault::key).toList());
    }

    @Test
    void onlyAdministratorsOfTheCountryDoAnyOfIt() {
        long draft = proposed();
        role("thamdinh", "01", "ADMINISTRATOR");
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            for (Executable deed : List.<Executable>of(drafting::list, drafting::published, () -> drafting.get(draft),
                    () -> upload(GivenDraft.ofVersion("7.2")), () -> drafting.check(draft),
                    () -> drafting.difference(draft),
                    () -> decision.propose(draft), () -> decision.publish(draft), () -> decision.refuse(draft, "x"),
                    () -> decision.drop(draft), () -> replay.start(draft),
                    () -> replay.replay(draft, Progress.UNSEEN), () -> replay.find(draft),
                    () -> replay.moves(draft, ReplayFilter.of(Map.of()), Cut.by(ReplayOrder.STEP)),
                    () -> replay.types(draft), () -> drafting.form("vn-dgm/1.1", Locale.of("vi")),
                    () -> drafting.archive("vn-dgm/1.1"), () -> drafting.model(draft), () -> drafting.programme(draft),
                    drafting::brought, drafting::takeBrought,
                    () -> effect.of(draft))) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
        caller.actAs(FIRST);
        assertEquals(DraftState.PROPOSED, drafting.get(draft).state());
    }

    @Test
    void theDifferencesAreTakenAsAFileByTheirFilters() throws Exception {
        long draft = programme(GivenDraft.ofProgramme("7.1").changed("programme.yaml",
                text -> text.replace("coverage: 80", "coverage: 90")));
        ModelChange change = drafting.difference(draft).changes().get(0);
        for (ModelChange.Part part : ModelChange.Part.values()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                    export.take("difference", ListExport.Form.XLSX, asked(draft, part))))) {
                assertEquals(part == change.part() ? 1 : 0, workbook.getSheetAt(0).getLastRowNum(), part.name());
                if (part == change.part()) {
                    assertEquals(change.before(), workbook.getSheetAt(0).getRow(1).getCell(4).getStringCellValue());
                }
            }
        }
        caller.actAs("lanhdao");
        forbidden(() -> export.take("difference", ListExport.Form.XLSX, asked(draft, change.part())));
    }

    private static ListFile.Asked asked(long draft, ModelChange.Part part) {
        return new ListFile.Asked(Map.of("draft", String.valueOf(draft), "part", part.name()), Texts.LANGUAGES.get(0));
    }

    @Test
    void theLastRoundIsReplayedAndNamesWhoMovesByWhichRule() {
        String name = entities.createNativeQuery("SELECT name FROM assessment_round WHERE code = '2025'")
                .getSingleResult().toString();
        long same = upload(GivenDraft.ofVersion("7.1"));
        String other = "gates:\n  whole: {at: \">=100\", below: \">=100\", maxGap: 0}\n  dimension: {at: \">=100\", below: \">=100\"}\n";
        long strict = upload(GivenDraft.ofVersion("7.1").changed("model.yaml",
                text -> text.replaceAll("(?s)gates:\n.*?\ndimensions:", other + "dimensions:")));
        assertTrue(drafting.difference(strict).changes().stream().allMatch(one -> one.part() == ModelChange.Part.GATE));
        assertEquals(List.of(), drafting.difference(same).changes());
        int moving = replay.replay(strict, Progress.UNSEEN);
        ReplaySummary summary = replay.find(strict).orElseThrow();
        assertEquals(name, summary.round());
        assertEquals(Set.of("DIG.2", "DIG.3", "OPN.2", "USE.1", "USE.4", "USE.5", "SKL.3"),
                Set.copyOf(summary.broken()), "the round was held by 1.0, and 1.1 says that these mean something else");
        assertEquals("ARC.5", summary.unasked());
        assertTrue(moving > 10 && summary.agencies() > moving, () -> moving + " of " + summary.agencies());
        assertEquals(moving, summary.moving());
        assertEquals(moving, summary.rules().stream().mapToLong(ReplaySummary.ByRule::agencies).sum());
        assertTrue(summary.rising() * 2 < moving, () -> summary.rising() + " of " + moving + " rise by stricter gates");
        for (ReplayOrder order : ReplayOrder.values()) {
            Slice<ReplayMove> up = moves(strict, Map.of(), new Cut<>(order, false, 1, 25));
            Slice<ReplayMove> down = moves(strict, Map.of(), new Cut<>(order, true, 1, 25));
            assertEquals(moving, up.total());
            assertEquals(up.total(), down.total());
        }
        for (ReplayMove move : moves(strict, Map.of(), new Cut<>(ReplayOrder.AGENCY, false, 1, 100)).rows()) {
            assertEquals(move.node().equals("SEC"), move.figures().isEmpty(), move::toString);
            assertTrue(!move.node().equals("SEC") || move.children().isEmpty(), move::toString);
        }
        ReplayMove first = moves(strict, Map.of(), Cut.by(ReplayOrder.AGENCY)).rows().get(0);
        assertEquals(List.of(first),
                moves(strict, Map.of("q", first.code(), "rule", first.rule().name()), Cut.by(ReplayOrder.AGENCY)).rows()
                        .stream()
                        .filter(one -> one.id() == first.id()).toList());
        assertEquals(summary.rising(), moves(strict, Map.of("way", "UP"), Cut.by(ReplayOrder.AGENCY)).total());
        assertEquals(moving, replay.replay(strict, Progress.UNSEEN), "made anew, it is the same");
        long few = used(() -> moves(strict, Map.of(), new Cut<>(ReplayOrder.STEP, false, 1, 25)));
        assertEquals(few, used(() -> moves(strict, Map.of(), new Cut<>(ReplayOrder.STEP, false, 1, 100))));
        assertTrue(replay.find(same).isEmpty());
    }

    private Slice<ReplayMove> moves(long draft, Map<String, String> asked, Cut<ReplayOrder> cut) {
        return replay.moves(draft, ReplayFilter.of(asked), cut);
    }
}
