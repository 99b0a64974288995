package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.platform.Texts;

/** The handbook says in both languages what the files that ship are. */
class HandbookTest {

    private static final Path SHIPPED = Path.of("payara-config");
    private static final Set<String> FETCHED = Set.of("thang.jar", "thang-image.tar");

    private static TreeSet<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results()
                .map(one -> one.group(one.groupCount())).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesHaveTheSameCommands() throws IOException {
        Map<String, List<String>> texts = Handbook.blocks().stream().collect(Collectors.groupingBy(
                Handbook.Block::name, TreeMap::new, Collectors.mapping(Handbook.Block::text, Collectors.toList())));
        assertTrue(texts.size() >= 10);
        texts.forEach((name, both) -> {
            assertEquals(2, both.size(), name);
            assertEquals(both.get(0), both.get(1), name);
        });
        int fences = Handbook.text().split("\n```", -1).length - 1;
        assertEquals(2 * Handbook.blocks().size(), fences, "every block has its name, so that a test can find it");
    }

    @Test
    void commandsAreBash() throws Exception {
        for (Handbook.Block block : Handbook.blocks()) {
            if (block.language().equals("bash")) {
                Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
                try (var in = bash.getOutputStream()) {
                    in.write(block.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                assertEquals("", new String(bash.getInputStream().readAllBytes()), block.name());
                assertEquals(0, bash.waitFor(), block.name());
            }
        }
    }

    @Test
    void everyFileThatShipsIsNamedAndWhatIsInstalledShips() throws IOException {
        String text = Handbook.text();
        Set<String> unnamed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            files.filter(Files::isRegularFile).map(file -> SHIPPED.relativize(file).toString())
                    .filter(file -> !text.contains(file)).forEach(unnamed::add);
        }
        assertEquals(Set.of(), unnamed);
        Set<String> absent = new TreeSet<>();
        for (String block : List.of("place", "containers", "prometheus", "replica-place", "primary")) {
            for (String word : Handbook.block(block, Map.of()).split("\\s+")) {
                if (word.matches("[a-z][a-z/-]*\\.[a-z]+") && !FETCHED.contains(word)
                        && Files.notExists(SHIPPED.resolve(word))) {
                    absent.add(word);
                }
            }
        }
        assertEquals(Set.of(), absent);
    }

    /** What the units start lies where the handbook puts it. */
    @Test
    void unitsFindTheirFiles() throws IOException {
        String placed = Handbook.block("place", Map.of());
        for (String unit : List.of("thang.service", "thang-nodes.service", "thang-backup.service")) {
            String start = Files.readString(SHIPPED.resolve(unit));
            start = start.substring(start.indexOf("ExecStart="));
            for (String file : found("[ /]([a-z-]+\\.(?:jar|war|asadmin|properties|sh))\\b", start)) {
                assertTrue(Pattern.compile("^install .*\\b" + Pattern.quote(file) + "\\b.* /opt/thang/$",
                        Pattern.MULTILINE).matcher(placed).find(), unit + " needs " + file);
            }
        }
        assertTrue(placed.contains("database.sh"), "the commands read it");
        assertTrue(placed.contains("/etc/thang/thang.env") && Files.readString(SHIPPED.resolve("thang.service"))
                .contains("EnvironmentFile=/etc/thang/thang.env"));
    }

    /** Who lacks a key after an accident has lost what was sealed by it. */
    @Test
    void everyKeyIsMadeSavedAndBroughtBack() throws IOException {
        Set<String> keys = found("^THANG_\\w+_KEY_FILE=(/etc/thang/.+)$",
                Files.readString(SHIPPED.resolve("thang.env")));
        Set<String> made = found("> (/etc/thang/\\S+)$", Handbook.block("key", Map.of()));
        assertEquals(made, keys);
        assertTrue(keys.stream().allMatch(key -> key.endsWith(".key")));
        assertTrue(Handbook.block("restore", Map.of()).contains("keys/*.key /etc/thang/"));
        String copied = Handbook.block("node-keys", Map.of());
        assertTrue(keys.stream().allMatch(copied::contains), copied);
    }

    /** More people than a national round has keep a connection open each, and some two. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theProxyTakesAllWhoWork(@TempDir Path folder) throws Exception {
        Path debian = Files.writeString(folder.resolve("nginx.conf"),
                "events {\n\tworker_connections 768;\n\t# multi_accept on;\n}\n");
        String line = Handbook.block("place", Map.of("/etc/nginx/nginx.conf", debian.toString())).lines()
                .filter(one -> one.contains("worker_connections")).findFirst().orElseThrow();
        bash(line);
        int connections = Integer.parseInt(found("worker_connections (\\d+);", Files.readString(debian)).first());
        assertTrue(connections > 3 * 3_400, "connections " + connections);
        assertTrue(Handbook.block("place", Map.of()).contains("LimitNOFILE=" + 4 * connections));
        Path image = Files.writeString(folder.resolve("image.conf"), "events {\n    worker_connections  1024;\n}\n");
        String compose = Files.readString(SHIPPED.resolve("compose.yaml"));
        assertTrue(compose.contains(line.substring(line.indexOf("'s/") + 4, line.lastIndexOf('\'') - 1)
                .replace("\\", "\\\\")), compose);
        bash(line.replace(debian.toString(), image.toString()));
        assertTrue(Files.readString(image).contains("worker_connections  " + connections + ";"));
    }

    /** While a node is changed nobody is sent to it, and afterwards the file is what it was. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNodeThatIsUpgradedIsMarkedAndTakenBack(@TempDir Path folder) throws Exception {
        String shipped = Files.readString(SHIPPED.resolve("nginx.conf")).replace("# server 10.0.0.2",
                "server 10.0.0.2");
        Path site = Files.writeString(folder.resolve("thang.conf"), shipped);
        List<String> marks = Handbook.block("upgrade-nodes", Map.of()).lines().filter(line -> line.contains("sed "))
                .toList();
        assertEquals(2, marks.size());
        for (String node : List.of("127.0.0.1", "10.0.0.2")) {
            String given = "site=" + site + "; node=" + node + "; ";
            bash(given + marks.get(0));
            assertEquals(shipped.replace(" " + node + ":8080 max", " " + node + ":8080 down max"),
                    Files.readString(site));
            bash(given + marks.get(1));
            assertEquals(shipped, Files.readString(site));
        }
    }

    private static void bash(String text) throws Exception {
        Process bash = new ProcessBuilder("bash", "-ec", text).redirectErrorStream(true).start();
        assertEquals("", new String(bash.getInputStream().readAllBytes()));
        assertEquals(0, bash.waitFor());
    }

    @Test
    void aSecondNodeHasTheSameAccounts() throws IOException {
        assertEquals(Handbook.block("accounts", Map.of()).replace("@localhost", "@'10.0.0.2'").lines()
                .filter(line -> !line.startsWith("CREATE DATABASE")).toList(),
                Handbook.block("accounts-node", Map.of()).lines().toList());
    }

    @Test
    void everyAlertIsExplainedInBothLanguages() throws IOException {
        List<String> told = Pattern.compile("^#### (\\w+)$", Pattern.MULTILINE).matcher(Handbook.text()).results()
                .map(one -> one.group(1)).toList();
        List<String> rules = WatchFiles.rules().stream().map(WatchFiles.Rule::name).toList();
        assertEquals(Stream.concat(rules.stream(), rules.stream()).toList(), told);
        for (WatchFiles.Rule rule : WatchFiles.rules()) {
            for (String language : List.of("summary", "summary_vi")) {
                String said = rule.annotations().get(language).replace("{{ $labels.instance }}", "…");
                assertTrue(Handbook.text().contains("#### " + rule.name() + "\n\n" + said + ". "), said);
            }
        }
    }

    /** Times of retention are told as they are when the application is installed. */
    @Test
    void timesOfRetentionAreThoseThatAreInstalled() throws IOException {
        List<MatchResult> rules = Pattern.compile("\\('([a-z-]+)', (\\d+)\\)")
                .matcher(Files.readString(Path.of("src/main/resources/db/migration/V133__retention.sql"))).results()
                .toList();
        assertTrue(rules.size() >= 5);
        for (Locale language : List.of(Texts.language("vi"), Texts.language("en"))) {
            for (MatchResult rule : rules) {
                String line = "\n| %s | %s | %s |\n".formatted(
                        Texts.text(language, "retention.kind." + rule.group(1)), rule.group(2),
                        Texts.text(language, "retention.remains." + rule.group(1)));
                assertTrue(Handbook.text().contains(line), line);
            }
        }
        String seconds = found("^binlog_expire_logs_seconds = (\\d+)$",
                Files.readString(SHIPPED.resolve("mariadb.cnf"))).first();
        String days = Duration.ofSeconds(Long.parseLong(seconds)).toDays() + " ";
        assertTrue(Handbook.text().contains("Binary logs: " + days + "days"), days);
        assertTrue(Handbook.text().contains("Nhật ký nhị phân: " + days + "ngày"), days);
    }

    /** A setting that nobody reads, or that nobody is told of, helps nobody. */
    @Test
    void settingsAreThoseThatAreRead() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                found("ConfigProperty\\(name = \"([a-z.-]+)\"", Files.readString(source)).stream()
                        .map(name -> name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"))
                        .forEach(read::add);
            }
        }
        read.remove("THANG_DEMO_PASSWORD");
        Set<String> told = found("`(THANG_[A-Z_]+)`", Files.readString(SHIPPED.resolve("README.md")));
        Set<String> untold = new TreeSet<>(read);
        untold.removeAll(told);
        assertEquals(Set.of(), untold, "settings that the table lacks");
        for (String script : List.of("backup.sh", "restore.sh", "promote.sh", "database.sh")) {
            read.addAll(found("(THANG_[A-Z_]+)", Files.readString(SHIPPED.resolve(script))));
        }
        found("\"(THANG_[A-Z_]+)\"", Files.readString(Path.of("src/launcher/java/vn/thang/launcher/Thang.java")))
                .forEach(secret -> read.add(secret + "_FILE"));
        read.add("THANG_DB_USER");
        read.add("THANG_DB_PASSWORD");
        Set<String> unread = found("(THANG_[A-Z_]+)", Handbook.text() + Files.readString(SHIPPED.resolve("thang.env"))
                + Files.readString(SHIPPED.resolve("README.md")));
        unread.removeAll(read);
        assertEquals(Set.of(), unread, "settings that nothing reads");
    }

    @Test
    void accountsAndVersionsAreTheSameEverywhere() throws IOException {
        String readme = Files.readString(SHIPPED.resolve("README.md"));
        for (String line : Handbook.block("accounts", Map.of()).split("\n")) {
            if (line.startsWith("GRANT")) {
                assertTrue(readme.contains(line), line);
            }
        }
        String pom = Files.readString(Path.of("pom.xml"));
        for (String version : List.of("payara", "connectorj")) {
            String known = pom.split("<" + version + ".version>")[1].split("<")[0];
            assertEquals(2, Handbook.text().split(Pattern.quote("(" + known + ")"), -1).length - 1, version);
        }
    }
}
