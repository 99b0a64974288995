package vn.thang.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.thang.it.Browser;

/** Somebody who answers the questions of one agency over HTTP: signs in, opens a question, saves an answer. */
final class Officer {

    private static final int UNAVAILABLE = HttpURLConnection.HTTP_UNAVAILABLE;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FIELD = Pattern.compile("<(?:input|form)[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final HttpClient client;
    private final RushFigures figures;
    private final String username;
    private final long assessment;
    private final boolean evidence;
    private final Map<String, Integer> versions = new TreeMap<>();
    private final Map<String, Integer> attached = new TreeMap<>();

    /**
     * What the server acknowledged.
     *
     * @param versions of the answers, by criterion
     * @param attached how many files, by criterion
     */
    record Kept(long assessment, Map<String, Integer> versions, Map<String, Integer> attached) {
    }

    Officer(String username, long assessment, boolean evidence, RushFigures figures) {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE).build();
        this.username = username;
        this.assessment = assessment;
        this.evidence = evidence;
        this.figures = figures;
    }

    /** Opens the page, sends name and password; waits as long as the server asks to. */
    void signIn() throws IOException, InterruptedException {
        long arrived = System.nanoTime();
        HttpResponse<String> page = patiently("arriving", to("/login.xhtml"));
        figures.admitted(System.nanoTime() - arrived);
        Map<String, String> fields = form(page.body());
        fields.replaceAll((name, value) -> name.endsWith("username") ? username
                : name.endsWith("password") ? Browser.PASSWORD : value);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        long begin = System.nanoTime();
        HttpResponse<String> answer = patiently("sign-in", to("/login.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        figures.took("sign-in", System.nanoTime() - begin);
        figures.took("arrival", System.nanoTime() - arrived);
        if (answer.statusCode() != HttpURLConnection.HTTP_MOVED_TEMP) {
            figures.failed("sign-in", answer.statusCode());
        }
    }

    /** Opens the question and answers it. */
    void answer(String criterion, int level) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> page = patiently("question",
                to("/assessment/edit.xhtml?assessment=" + assessment + "&criterion=" + criterion));
        figures.took("question", System.nanoTime() - begin);
        if (page.statusCode() != HttpURLConnection.HTTP_OK) {
            figures.failed("question", page.statusCode());
        }
        save(criterion, level);
    }

    private void save(String criterion, int level) throws IOException, InterruptedException {
        String body = "{\"value\":\"%d\",\"version\":%d}".formatted(level, versions.getOrDefault(criterion, 0));
        long begin = System.nanoTime();
        HttpResponse<String> answer = patiently("save", to("/api/v1/assessments/" + assessment + "/answers/"
                + criterion).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
        figures.took("save", System.nanoTime() - begin);
        Matcher version = VERSION.matcher(answer.body());
        if (answer.statusCode() == HttpURLConnection.HTTP_OK && version.find()) {
            versions.put(criterion, Integer.valueOf(version.group(1)));
        } else {
            figures.failed("save", answer.statusCode());
        }
    }

    /** Whether this one has files to attach. */
    boolean hasEvidence() {
        return evidence;
    }

    /** Opens a page that says nothing, beside which the others are measured. */
    void openTheEmptyPage() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> page = patiently("empty page", to("/empty.xhtml"));
        figures.took("empty page", System.nanoTime() - begin);
        if (page.statusCode() != HttpURLConnection.HTTP_OK) {
            figures.failed("empty page", page.statusCode());
        }
    }

    /** Attaches a file to a level of a criterion, whose content nobody else sends. */
    void attach(String criterion, int level, byte[] content) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = patiently("evidence",
                to("/api/v1/assessments/" + assessment + "/criteria/" + criterion + "/levels/" + level
                        + "/files?name=" + username + "-" + attached.size() + ".pdf")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(content)));
        figures.took("evidence", System.nanoTime() - begin);
        if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
            attached.merge(criterion, 1, Integer::sum);
        } else {
            figures.failed("evidence", answer.statusCode());
        }
    }

    Kept kept() {
        return new Kept(assessment, versions, attached);
    }

    private HttpResponse<String> patiently(String what, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        while (answer.statusCode() == UNAVAILABLE) {
            figures.waited(what);
            Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
            answer = client.send(request.build(), BodyHandlers.ofString());
        }
        return answer;
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(Browser.address(path))).timeout(PATIENCE);
    }

    private static Map<String, String> form(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page.substring(Math.max(0, page.indexOf("<form id=\"login\""))));
        while (field.find()) {
            Matcher name = NAME.matcher(field.group());
            Matcher value = VALUE.matcher(field.group());
            if (name.find()) {
                fields.put(name.group(1), field.group().startsWith("<form") ? name.group(1)
                        : value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
