package vn.thang.organisation.people;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;

/** Which passwords are good enough: long, not the person themselves, and not soon guessed by who knows what people choose. */
public final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    /** The step, of five, from which on guessing takes more than a hundred million attempts. */
    private static final int GOOD_ENOUGH = 3;
    /** Looking at more letters takes long and finds nothing. */
    private static final int LOOKED_AT = 64;
    private static final int SHORTEST_WORD = 3;
    /** So many letters have to stand besides what others know of the person. */
    private static final int ENOUGH_BESIDES = 8;
    private static final Zxcvbn GUESSING = new Zxcvbn();
    /** What people here choose, besides what the dictionaries of English hold. */
    private static final List<String> OURS = List.of("thang", "thangdo", "matkhau", "mat khau", "matkhaumoi",
            "dangnhap",
            "taikhoan", "quantri", "quantrivien", "canbo", "lanhdao", "coquan", "ubnd", "uyban", "sonoivu", "sotttt",
            "botttt", "bokhcn", "dulieu", "chuyendoiso", "vietnam", "hanoi", "saigon", "hochiminh", "danang",
            "haiphong",
            "cantho", "xinchao", "anhyeuem", "emyeuanh", "khongbiet", "chaoban", "nguyen", "tran", "hoang", "pham",
            "conyeume", "giadinh", "hanhphuc", "ngaymai", "thudo", "congchuc", "nhanuoc", "chinhphu", "xahoi",
            "maytinh");

    /** Words in the names of agencies and people that tell nobody apart, and stand in many a good sentence. */
    private static final Set<String> EVERYWHERE = Set.of("tinh", "thanh", "pho", "phuong", "quan", "huyen", "ban",
            "nhan",
            "dan", "van", "thi", "com", "gov", "www", "mail");

    private Passwords() {
    }

    /**
     * @param about what else is known of the person, such as the name, the address and the agency
     * @throws BusinessException when it is too short, too long, contains the user name, or is soon guessed
     */
    public static void check(String username, String password, String... about) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw new BusinessException("organisation.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new BusinessException("organisation.password.long", LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            throw new BusinessException("organisation.password.name");
        }
        if (password.chars().distinct().count() < 5) {
            throw new BusinessException("organisation.password.same");
        }
        List<String> words = Stream.concat(Stream.concat(Stream.of(username), Arrays.stream(about))
                .filter(Objects::nonNull).flatMap(Passwords::wordsIn), OURS.stream()).distinct().toList();
        String small = plain(password).toLowerCase(Locale.ROOT);
        if (without(words, small) < ENOUGH_BESIDES) {
            words.stream().filter(small::contains).max(Comparator.comparingInt(String::length)).ifPresent(word -> {
                throw new BusinessException("organisation.password.trivial-own", word);
            });
        }
        for (String form : List.of(password, plain(password))) {
            weakness(form, words).ifPresent(weakness -> {
                throw weakness;
            });
        }
    }

    /** Returns how many letters are left when these words are taken out. */
    private static int without(List<String> words, String password) {
        String left = password;
        for (String word : words) {
            left = left.replace(word, "");
        }
        return left.replace(" ", "").length();
    }

    /** Says by what it is guessed; empty where it is not soon guessed. */
    private static Optional<BusinessException> weakness(String password, List<String> words) {
        Strength strength = GUESSING.measure(password.substring(0, Math.min(LOOKED_AT, password.length())), words);
        if (strength.getScore() >= GOOD_ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(strength.getSequence().stream().filter(part -> !"bruteforce".equals(pattern(part)))
                .max(Comparator.comparingInt(part -> part.tokenLength()))
                .map(part -> new BusinessException("organisation.password.trivial-" + kind(part),
                        part.token.toString()))
                .orElseGet(() -> new BusinessException("organisation.password.trivial-word", password)));
    }

    private static String kind(Match part) {
        return switch (pattern(part)) {
            case "dictionary" -> "user_inputs".equals(part.dictionaryName) ? "own" : "word";
            case "spatial" -> "keys";
            case "repeat" -> "repeat";
            case "sequence" -> "sequence";
            default -> "date";
        };
    }

    private static String pattern(Match part) {
        return part.pattern.value();
    }

    private static Stream<String> wordsIn(String text) {
        String plain = plain(text).toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(plain.replaceAll("[^a-z0-9]", "")), Arrays.stream(plain.split("[^a-z0-9]+")))
                .filter(word -> word.length() >= SHORTEST_WORD && !EVERYWHERE.contains(word));
    }

    /** Without marks, as many type Vietnamese. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
