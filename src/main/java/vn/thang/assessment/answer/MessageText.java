package vn.thang.assessment.answer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain text that begins as a letter does, with lines such as "From:" and "Subject:". By its beginning it looks like a message of
 * mail; a message that came by mail says more of itself, and may carry files.
 */
final class MessageText {

    private static final Set<String> LIKE_MAIL = Set.of("message/rfc822", "application/mbox", "message/news");
    /** What only programs of mail write, at the beginning of a line before the first empty one or after it. */
    private static final Pattern OF_MAIL = Pattern
            .compile("(?im)^(mime-version|content-type|content-transfer-encoding|received|message-id|return-path):");
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n\\f]]");

    private MessageText() {
    }

    static boolean is(String detected, byte[] content) {
        if (!LIKE_MAIL.contains(detected)) {
            return false;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return !OF_MAIL.matcher(text).find() && !NO_TEXT.matcher(text).find();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
