package vn.thang.it;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A scanner for tests that speaks the protocol of clamd and knows one thing: the test text that every scanner knows. */
public final class GivenScanner implements AutoCloseable {

    /** What scanners are tried with; written in two parts, so that no scanner takes the sources away. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocketChannel server;
    private final String answer;
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile boolean holding;

    private GivenScanner(SocketAddress where, boolean unix, String answer) throws IOException {
        this.server = unix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
        this.answer = answer;
        server.bind(where);
        Thread.ofVirtual().start(this::serve);
    }

    /** At a port of this machine. */
    public static GivenScanner atAPort() throws IOException {
        return saying(null);
    }

    /** At a port, whatever it is asked saying this; saying nothing at all where this is empty. */
    public static GivenScanner saying(String answer) throws IOException {
        return new GivenScanner(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false, answer);
    }

    /** At this socket of the machine. */
    public static GivenScanner at(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        return new GivenScanner(UnixDomainSocketAddress.of(socket), true, null);
    }

    /** As the configuration names it. */
    public String address() {
        try {
            return server.getLocalAddress() instanceof UnixDomainSocketAddress unix ? "unix:" + unix.getPath()
                    : "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets whoever asks wait until {@link #answers}. */
    public GivenScanner holding() {
        holding = true;
        return this;
    }

    /** Answers whoever waits. */
    public void answers() {
        mayAnswer.countDown();
    }

    /** How many contents it was shown. */
    public int looks() {
        return looks.get();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel asked = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(asked));
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int size = in.readInt(); size > 0; size = in.readInt()) {
                    content.write(in.readNBytes(size));
                }
                looks.incrementAndGet();
                if (holding) {
                    mayAnswer.await();
                }
                String said = answer != null ? answer
                        : !new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0") ? "UNKNOWN COMMAND"
                                : content.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
                                        ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
                if (said.isEmpty()) {
                    in.read(); // until the other side gives up
                } else {
                    Channels.newOutputStream(asked).write((said + "\0").getBytes(StandardCharsets.UTF_8));
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                continue; // closed, or whoever asked has gone
            }
        }
    }

    @Override
    public void close() throws IOException {
        SocketAddress where = server.getLocalAddress();
        server.close();
        if (where instanceof UnixDomainSocketAddress unix) {
            Files.deleteIfExists(unix.getPath());
        }
    }
}
