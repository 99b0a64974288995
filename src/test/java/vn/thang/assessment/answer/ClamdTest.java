package vn.thang.assessment.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.it.GivenScanner;
import vn.thang.it.Programs;
import vn.thang.platform.BusinessException;

/** The scanner is asked as clamd wants to be, over a port and over a socket; a real clamd is asked where the machine has one. */
class ClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final Duration LONG = Duration.ofSeconds(20);
    /** Larger than one piece, and with a rest. */
    private static final byte[] CLEAN = "Một văn bản dài. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    private static final byte[] EICAR = GivenScanner.EICAR.getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void aPortIsAsked() throws IOException {
        try (GivenScanner scanner = GivenScanner.atAPort()) {
            look(scanner.address());
        }
    }

    @Test
    void aSocketIsAsked() throws IOException {
        try (GivenScanner scanner = GivenScanner.at(folder.resolve("clamd.ctl"))) {
            look(scanner.address());
        }
    }

    private static void look(String address) throws IOException {
        Clamd clamd = new Clamd(address, LONG);
        assertNull(clamd.found(CLEAN));
        assertEquals("Eicar-Test-Signature", clamd.found(EICAR));
    }

    @Test
    void whatStandsInTheLastPieceIsFoundToo() throws IOException {
        try (GivenScanner scanner = GivenScanner.atAPort()) {
            byte[] behind = new byte[CLEAN.length + EICAR.length];
            System.arraycopy(CLEAN, 0, behind, 0, CLEAN.length);
            System.arraycopy(EICAR, 0, behind, CLEAN.length, EICAR.length);
            assertEquals("Eicar-Test-Signature", new Clamd(scanner.address(), LONG).found(behind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "stream: Can't allocate memory ERROR",
            "HTTP/1.1 400"})
    void whatIsNeitherCleanNorFoundIsNoAnswer(String said) throws IOException {
        try (GivenScanner scanner = GivenScanner.saying(said)) {
            assertThrows(IOException.class, () -> new Clamd(scanner.address(), LONG).found(EICAR));
        }
    }

    @Test
    void aSilentScannerIsNotWaitedFor() throws IOException {
        try (GivenScanner scanner = GivenScanner.saying("")) {
            assertThrows(IOException.class, () -> new Clamd(scanner.address(), Duration.ofMillis(300)).found(EICAR));
        }
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThrows(IOException.class, () -> new Clamd("tcp://127.0.0.1:" + free, LONG).found(EICAR));
        assertThrows(IOException.class, () -> new Clamd("unix:" + folder.resolve("none"), LONG).found(EICAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:3310", "tcp://localhost", "http://localhost:3310", "tcp://:3310"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> new Clamd(address, LONG));
    }

    /** A scanner that takes contents and says nothing does not gather everybody who uploads. */
    @Test
    void onlySomeWaitForTheScannerAtOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            EvidenceScanner scanner = new EvidenceScanner("tcp://127.0.0.1:" + silent.getLocalPort(), 600, false);
            List<Thread> waiting = new ArrayList<>();
            List<Socket> taken = new ArrayList<>();
            for (int i = 0; i < EvidenceScanner.AT_ONCE; i++) {
                waiting.add(Thread.ofPlatform().daemon().start(() -> scanner.look(CLEAN)));
            }
            for (int i = 0; i < EvidenceScanner.AT_ONCE; i++) {
                taken.add(silent.accept());
            }
            assertEquals(EvidenceScanner.Look.NONE, scanner.look(CLEAN));
            assertTrue(waiting.stream().allMatch(Thread::isAlive), taken::toString);
        }
    }

    @Test
    void aFileIsRefusedWhileTheScannerIsSilentOnlyWhereTheMinistryWantsThat() throws IOException {
        try (GivenScanner silent = GivenScanner.saying("ERROR"); GivenScanner scanner = GivenScanner.atAPort()) {
            assertEquals(EvidenceScanner.Look.NONE, new EvidenceScanner(null, 1, true).offered(EICAR));
            assertEquals(EvidenceScanner.Look.NONE, new EvidenceScanner(" ", 1, true).offered(EICAR));
            assertEquals(EvidenceScanner.Look.UNSURE, new EvidenceScanner(silent.address(), 1, false).offered(EICAR));
            assertEquals(EvidenceScanner.Look.NONE,
                    new EvidenceScanner("tcp://nowhere.invalid:3310", 1, false).offered(EICAR));
            assertEquals("evidence.scanner-silent", assertThrows(BusinessException.class,
                    () -> new EvidenceScanner(silent.address(), 1, true).offered(EICAR)).key());
            assertEquals(ScanState.CLEAN, new EvidenceScanner(scanner.address(), 1, true).offered(CLEAN).state());
            assertEquals(ScanState.FOUND, new EvidenceScanner(scanner.address(), 1, false).offered(EICAR).state());
        }
    }

    static boolean isInstalled() {
        return Programs.wanted(Files.isExecutable(CLAMD));
    }

    /** With one signature of its own, so that nothing is downloaded: SHA-256 and size of the test text. */
    @Test
    @EnabledIf(value = "isInstalled", disabledReason = "clamd is not installed on this machine")
    void aRealClamdIsAsked() throws Exception {
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("own.hsb"),
                EvidenceFile.sha256(EICAR) + ":" + EICAR.length + ":Eicar-Own-Signature:73\n");
        Path socket = folder.resolve("clamd.ctl");
        Path settings = Files.write(folder.resolve("clamd.conf"),
                List.of("Foreground yes", "DatabaseDirectory " + signatures,
                        "LocalSocket " + socket, "TemporaryDirectory " + folder, "StreamMaxLength 30M"));
        Process clamd = new ProcessBuilder(CLAMD.toString(), "--config-file", settings.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("clamd.log").toFile()).start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.exists(socket)) {
                assertTrue(clamd.isAlive() && System.nanoTime() < end,
                        () -> "clamd does not start: " + folder.resolve("clamd.log"));
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Clamd scanner = new Clamd("unix:" + socket, LONG);
            assertNull(scanner.found(CLEAN));
            assertEquals("Eicar-Own-Signature.UNOFFICIAL", scanner.found(EICAR));
        } finally {
            clamd.destroy();
            clamd.waitFor();
        }
    }
}
