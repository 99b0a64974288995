package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InertTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {"=1+1|'=1+1",
            "+84 24|'+84 24",
            "-x|'-x", "@SUM(A1)|'@SUM(A1)", " =1|' =1", "＝1+1|'＝1+1", "x;=cmd|x;'=cmd", "x; -y;+z|x;' -y;'+z"})
    void whatBeginsAFormulaIsNone(String given, String inert) {
        assertEquals(inert, InertText.of(given));
    }

    @Test
    void linesAndTabsBeginAnew() {
        assertEquals("x\n'=1\r\n'@y", InertText.of("x\n=1\r\n@y"));
        assertEquals("x\t'=1", InertText.of("x\t=1"));
        assertEquals("'\tx", InertText.of("\tx"));
        assertEquals("'\t'=1", InertText.of("\t=1"), "a beginning stands behind a beginning");
        assertEquals("'\r'=1;'=2", InertText.of("\r=1;=2"));
    }

    /** Every text of these letters up to six of them. */
    @Test
    void whatIsReadAgainIsWhatWasWritten() {
        List<String> texts = List.of("");
        for (int length = 0; length < 6; length++) {
            texts = texts.stream().flatMap(text -> Stream.of("'", "=", ";", "\t", "\n", " ", "a").map(text::concat))
                    .toList();
            texts.forEach(text -> assertEquals(text, InertText.read(InertText.of(text))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sở Nội vụ", "a = b", "Lào Cai - Yên Bái", "a; b; c", "1,5", "x@y.vn", "3;4"})
    void whatIsPlainStaysAsItIs(String text) {
        assertEquals(text, InertText.of(text));
    }

    /** Whoever writes a list of characters of their own forgets one of them. */
    @Test
    void nobodyHasARuleOfTheirOwn() throws IOException {
        Set<String> own = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("=+-@") || source.contains("[=+\\\\-@")) {
                    own.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(Set.of("InertText.java"), own);
    }
}
