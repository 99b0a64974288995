package vn.thang.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import vn.thang.platform.BusinessException;

/**
 * Reads text and refuses what is none, with the line where it stands: in UTF-8, or in UTF-16 where its mark says so, as Excel saves
 * "Unicode text", or in the encoding that came with it.
 */
final class StrictReader extends Reader {

    private static final int MARK = 2;

    private final InputStream content;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
    private boolean ended;
    private long line = 1;

    /** @param named the encoding that came with the text; null where none did */
    StrictReader(InputStream content, Charset named) throws IOException {
        PushbackInputStream begin = new PushbackInputStream(content, MARK);
        byte[] mark = begin.readNBytes(MARK);
        begin.unread(mark);
        this.content = begin;
        this.decoder = charset(mark, named).newDecoder();
    }

    private static Charset charset(byte[] mark, Charset named) {
        boolean wide = mark.length == MARK && (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                || mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE);
        return wide ? StandardCharsets.UTF_16 : named == null ? StandardCharsets.UTF_8 : named;
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
