package vn.thang.assessment.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Speaks with a scanner by the protocol of clamd: the content is streamed in pieces (INSTREAM), over TCP or a socket of the machine,
 * and answered by one line. Neither a silent nor an endless answer is waited for.
 *
 * @param address  {@code tcp://host:port} or {@code unix:/path}
 * @param patience how long one look may take
 */
record Clamd(String address, Duration patience) {

    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 65_536;
    private static final int LONGEST_ANSWER = 1_000;
    private static final String TCP = "tcp://";
    private static final String UNIX = "unix:";

    /** Says that the scanner has answered, and neither that the content is clean nor what it holds. */
    static final class Unsure extends IOException {

        private static final long serialVersionUID = 1L;

        private Unsure(String said) {
            super("The scanner says: " + said);
        }
    }

    /** @throws IllegalArgumentException when the address is neither of a port nor of a socket */
    Clamd {
        where(address);
    }

    /** Returns what is found in the content; null where that is nothing. */
    String found(byte[] content) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        SocketAddress where = where(address);
        if (where instanceof InetSocketAddress named && named.isUnresolved()) {
            throw new IOException("Nobody knows where the scanner is: " + address);
        }
        try (SocketChannel channel = where instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, 0);
            if (!channel.connect(where)) {
                await(selector, key, SelectionKey.OP_CONNECT, end);
                channel.finishConnect();
            }
            send(channel, selector, key, ByteBuffer.wrap(INSTREAM), end);
            for (int from = 0; from < content.length; from += PIECE) {
                int size = Math.min(PIECE, content.length - from);
                send(channel, selector, key, length(size), end);
                send(channel, selector, key, ByteBuffer.wrap(content, from, size), end);
            }
            send(channel, selector, key, length(0), end);
            return read(answer(channel, selector, key, end));
        }
    }

    /** What clamd says: {@code stream: OK}, {@code stream: Eicar-Test-Signature FOUND}, or an error. */
    private static String read(String answer) throws IOException {
        String said = answer.replace("\0", "").strip();
        if (said.endsWith(" FOUND")) {
            return said.substring(said.indexOf(": ") + 2, said.length() - " FOUND".length()).strip();
        }
        if (said.endsWith(": OK")) {
            return null;
        }
        throw new Unsure(said);
    }

    private static String answer(SocketChannel channel, Selector selector, SelectionKey key, long end)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER) {
            await(selector, key, SelectionKey.OP_READ, end);
            piece.clear();
            int read = channel.read(piece);
            if (read < 0) {
                break;
            }
            answer.write(piece.array(), 0, read);
            if (read > 0 && piece.array()[read - 1] == 0) {
                break;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void send(SocketChannel channel, Selector selector, SelectionKey key, ByteBuffer bytes, long end)
            throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(selector, key, SelectionKey.OP_WRITE, end);
            }
        }
    }

    private static void await(Selector selector, SelectionKey key, int what, long end) throws IOException {
        key.interestOps(what);
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("The scanner does not answer in time");
        }
        selector.selectedKeys().clear();
    }

    private static ByteBuffer length(int size) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(size).flip();
    }

    private static SocketAddress where(String address) {
        if (address.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(address.substring(UNIX.length()));
        }
        int colon = address.lastIndexOf(':');
        if (!address.startsWith(TCP) || colon < TCP.length() + 1) {
            throw new IllegalArgumentException("A scanner stands at tcp://host:port or unix:/path, not at " + address);
        }
        return new InetSocketAddress(address.substring(TCP.length(), colon),
                Integer.parseInt(address.substring(colon + 1)));
    }
}
