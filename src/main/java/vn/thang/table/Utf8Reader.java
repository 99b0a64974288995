package vn.thang.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import vn.thang.platform.BusinessException;

/** Reads text in UTF-8 and refuses what is none, with the line where it stands. */
final class Utf8Reader extends Reader {

    private final InputStream content;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
    private boolean ended;
    private long line = 1;

    Utf8Reader(InputStream content) {
        this.content = content;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        CharBuffer text = CharBuffer.wrap(into, from, length).slice();
        while (text.hasRemaining()) {
            CoderResult result = decoder.decode(bytes, text, ended);
            if (text.position() > 0) {
                return counted(text); // what is right is given before what is wrong is told
            }
            if (result.isError()) {
                throw new BusinessException("table.encoding", line);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        return 0;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    private int counted(CharBuffer text) {
        text.flip();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                throw new BusinessException("table.kind");
            }
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return text.length();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
