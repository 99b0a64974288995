package vn.thang.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Faults;
import vn.thang.platform.list.Cut;

/** Other systems are told once, by a signature that they can check, again after a fault, and never inside our own network. */
class WebhooksIT extends ContainerFixture {

    /** A name of this machine that the tests allow to be asked. */
    private static final String HOST = "127.0.0.2";

    @Inject
    private WebhookAdministration administration;

    @Inject
    private HookDelivery delivery;

    @Inject
    private HookFollowing following;

    @Inject
    private Event<RoundEvent> events;

    private record Told(String topic, String signature, String body) {
    }

    private AnsweringServer listening(List<Told> told, AtomicInteger status) throws Exception {
        return new AnsweringServer(HOST, 0, exchange -> {
            told.add(new Told(exchange.getRequestHeaders().getFirst("Thang-Event"),
                    exchange.getRequestHeaders().getFirst("Thang-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            AnsweringServer.send(exchange, status.get(), "text/plain", "");
        });
    }

    private Call newest() {
        return administration.calls(CallFilter.ALL, Cut.by(CallOrder.NEWEST)).rows().get(0);
    }

    private void withdraw() {
        events.fire(new RoundEvent.RoundWithdrawn(number("SELECT id FROM assessment_round WHERE code = '2025'"), "x"));
    }

    @Test
    void anAddressIsToldWhatHappenedByASignatureThatItCanCheck() throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        try (AnsweringServer server = listening(told, new AtomicInteger(204))) {
            caller.actAs("quantri");
            String secret = administration.make(server.address("/in").toString(), Set.of(Topic.PUBLICATION));
            withdraw();
            Instant now = clock.instant().plusSeconds(1);
            delivery.deliver(now);
            delivery.deliver(now.plus(Duration.ofDays(2)));
            assertEquals(1, told.size(), "what was taken is not told again");
            assertEquals("publication", told.get(0).topic());
            assertTrue(told.get(0).body().contains("\"what\":\"withdrawn\"") && told.get(0).body().contains("2025"),
                    told.get(0)::body);
            assertEquals("t=" + now.getEpochSecond() + ",v1="
                    + HookDelivery.signature(secret, now.getEpochSecond(), told.get(0).body()),
                    told.get(0).signature());
            assertEquals(Call.Standing.SENT, newest().standing());
            assertEquals(0, number("SELECT COUNT(*) FROM webhook WHERE secret = ?1", secret));
        }
    }

    @Test
    void whatIsNotTakenIsTriedEverLaterAndGivenUpAtLast() throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        AtomicInteger status = new AtomicInteger(500);
        try (AnsweringServer server = listening(told, status)) {
            caller.actAs("quantri");
            administration.make(server.address("/in").toString(), Set.of(Topic.PUBLICATION));
            withdraw();
            Instant now = clock.instant().plusSeconds(1);
            delivery.deliver(now);
            delivery.deliver(now.plusSeconds(30));
            assertEquals(1, told.size(), "a minute passes before it is tried again");
            for (Duration pause : HookDelivery.PAUSES) {
                now = now.plus(pause);
                delivery.deliver(now);
            }
            assertEquals(1 + HookDelivery.PAUSES.size(), told.size());
            delivery.deliver(now.plus(Duration.ofDays(30)));
            assertEquals(1 + HookDelivery.PAUSES.size(), told.size());
            Call call = newest();
            assertEquals(Call.Standing.FAILED, call.standing());
            assertEquals(500, call.answer());
            status.set(200);
            refused("hook.not-again", () -> administration.again(Set.of(-1L)));
            administration.again(Set.of(call.id()));
            refused("hook.not-again", () -> administration.again(Set.of(call.id())));
            refused("list.none-chosen", () -> administration.again(Set.of()));
            delivery.deliver(clock.instant().plusSeconds(1));
            assertEquals(Call.Standing.SENT, newest().standing());
        }
    }

    @Test
    void addressesInsideTheOwnNetworkAreRefused() {
        caller.actAs("quantri");
        for (String address : List.of("http://127.0.0.1/", "http://10.0.0.1/in", "http://169.254.169.254/latest",
                "https://[::1]/", "ftp://example.org/", "file:///etc/passwd", "http://user@example.org/", "", " ",
                "nirgends")) {
            assertEquals("address", assertThrows(Faults.Refused.class,
                    () -> administration.make(address, Set.of(Topic.MATTER)), address).faults().get(0).field());
        }
        assertEquals("topics", assertThrows(Faults.Refused.class,
                () -> administration.make("http://" + HOST + "/", Set.of())).faults().get(0).field());
    }

    @Test
    void onlyAdministratorsOfTheCountryDecideWhoIsTold() {
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> administration.list());
            forbidden(this::newest);
            forbidden(() -> administration.make("http://" + HOST + "/", Set.of(Topic.MATTER)));
            forbidden(() -> administration.end(1));
            forbidden(() -> administration.again(Set.of(1L)));
        }
    }

    /** The whole log can be read, filtered and ordered, however long it is, by the same number of statements. */
    @Test
    void everyCallStandsInTheLog() {
        caller.actAs("quantri");
        administration.make("http://" + HOST + "/log", Set.of(Topic.MATTER));
        long webhook = number("SELECT MAX(id) FROM webhook");
        sql("INSERT INTO webhook_call (webhook_id, topic, occasion, body, made_at, attempts, sent_at, next_at)"
                + " SELECT ?1, IF(seq % 2 = 0, 'MATTER', 'BATCH'), CONCAT('many ', seq), '{}',"
                + " UTC_TIMESTAMP(6) - INTERVAL seq HOUR, seq % 7, IF(seq % 3 = 0, UTC_TIMESTAMP(6), NULL),"
                + " IF(seq % 3 = 1, UTC_TIMESTAMP(6), NULL) FROM seq_1_to_230", webhook);
        CallFilter here = new CallFilter(HOST + "/log", null, null);
        assertEquals(230, administration.calls(here, Cut.by(CallOrder.NEWEST)).total());
        assertEquals(30, administration.calls(here, new Cut<>(CallOrder.NEWEST, false, 3, 100)).rows().size());
        assertEquals(77, administration
                .calls(new CallFilter(HOST + "/log", null, Call.Standing.FAILED), Cut.by(CallOrder.NEWEST)).total());
        assertEquals(0, administration
                .calls(new CallFilter("/nowhere", Topic.BATCH, null), Cut.by(CallOrder.NEWEST)).total());
        for (CallOrder order : CallOrder.values()) {
            for (boolean descending : List.of(true, false)) {
                assertEquals(50, administration.calls(here, new Cut<>(order, descending, 2, 50)).rows().stream()
                        .map(Call::id).distinct().count(), order.name());
            }
        }
        long few = used(() -> administration.calls(here, new Cut<>(CallOrder.NEWEST, false, 1, 25)));
        assertEquals(few, used(() -> administration.calls(here, new Cut<>(CallOrder.NEWEST, false, 1, 100))));
    }

    /** Each stage of a round has its day, and so has each matter that waits; what was told today is not told again. */
    @Test
    void theDaysOfStagesAndOfMattersAreToldOnce() {
        caller.actAs("quantri");
        administration.make("http://" + HOST + "/days", Set.of(Topic.DEADLINE));
        LocalDate today = LocalDate.now(clock);
        sql("UPDATE assessment_round SET due_on = ?1 WHERE code = '2026'", today.minusDays(40));
        sql("DELETE FROM round_stage WHERE round_id = (SELECT id FROM assessment_round WHERE code = '2026')");
        for (String stage : List.of("ANSWERING", "CHECK", "REVIEW")) {
            sql("INSERT INTO round_stage (round_id, stage, days, due_on) SELECT id, ?1, 1, ?2 FROM assessment_round"
                    + " WHERE code = '2026'", stage, today.plusDays(stage.equals("REVIEW") ? 7 : 2));
        }
        sql("UPDATE matter SET due_on = '2999-01-01'");
        matter("D1", "OPEN", today);
        matter("D2", "ANSWERED", today);
        matter("D3", "OPEN", today.plusDays(2));
        following.deadlines();
        following.deadlines();
        List<String> told = administration.calls(new CallFilter(HOST + "/days", null, null), Cut.by(CallOrder.NEWEST))
                .rows().stream().map(Call::body).toList();
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.stream().anyMatch(body -> body.contains("\"stage\":\"REVIEW\"")
                && body.contains("\"round\":\"2026\"")), told::toString);
        long matter = number("SELECT id FROM matter WHERE target = 'D1'");
        assertTrue(told.stream().anyMatch(body -> body.contains("\"matter\": " + matter)
                && body.contains(today.toString())), told::toString);
    }

    private void matter(String target, String state, LocalDate due) {
        sql("INSERT INTO matter (id, kind, about, target, restricted, agency_id, asked_by, asked_from, asked_at,"
                + " first_due_on, due_on, state, figure_percent, version) SELECT NEXTVAL(matter_seq), 'QUESTION', 'TARGET',"
                + " ?1, FALSE, a.id, p.id, a.id, NOW(6), ?3, ?3, ?2, FALSE, 0 FROM agency a JOIN person p"
                + " ON p.username = 'lanhdao' WHERE a.code = '15'", target, state, due);
    }

    @Test
    void whoIsEndedOrDidNotAskIsToldNothing() throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        try (AnsweringServer server = listening(told, new AtomicInteger(200))) {
            caller.actAs("quantri");
            administration.make(server.address("/batches").toString(), Set.of(Topic.BATCH));
            administration.make(server.address("/in").toString(), Set.of(Topic.PUBLICATION));
            long ended = administration.list().stream().filter(one -> one.address().endsWith("/in")).findFirst()
                    .orElseThrow().id();
            withdraw();
            assertEquals(1, administration.list().stream().filter(one -> one.id() == ended).findFirst().orElseThrow()
                    .waiting());
            administration.end(ended);
            delivery.deliver(clock.instant().plusSeconds(1));
            assertEquals(List.of(), told);
            assertFalse(
                    administration.list().stream().filter(one -> one.id() == ended).findFirst().orElseThrow().told());
            assertNotNull(newest());
        }
    }
}
