package vn.thang.operation;

import java.io.IOException;
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

/**
 * Somebody who saves one answer after the other while servers die: whatever is not acknowledged is done again, after signing in
 * again where nobody knows the session any more. It remembers what was acknowledged, and how often it had to repeat.
 */
final class SavingOfficer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Pattern FIELD = Pattern.compile("<(?:input|form)[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final String server;
    private final String username;
    private final long assessment;
    private final Map<String, Integer> versions = new TreeMap<>();
    private long saves;
    private long signIns;
    private long repeated;
    private long longestNanos;

    SavingOfficer(HttpClient client, String server, String username, long assessment) {
        this.client = client;
        this.server = server;
        this.username = username;
        this.assessment = assessment;
    }

    long assessment() {
        return assessment;
    }

    /** Returns the versions of the answers that were acknowledged, by criterion. */
    Map<String, Integer> versions() {
        return versions;
    }

    long saves() {
        return saves;
    }

    long signIns() {
        return signIns;
    }

    /** Returns how many requests were not answered as they should be, and sent again. */
    long repeated() {
        return repeated;
    }

    Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    void signIn() throws IOException, InterruptedException {
        signIns++;
        HttpResponse<String> page = client.send(to("/login.xhtml").build(), BodyHandlers.ofString());
        Map<String, String> fields = form(page.body());
        fields.replaceAll((name, value) -> name.endsWith("username") ? username
                : name.endsWith("password") ? Browser.PASSWORD : value);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(to("/login.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))
                .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IOException("sign-in of " + username + ": " + answer.statusCode());
        }
    }

    /** How a page answers. */
    int status(String page) throws IOException, InterruptedException {
        return client.send(to(page).build(), BodyHandlers.discarding()).statusCode();
    }

    /** Saves the answer, however often it takes. */
    void save(String criterion, int level) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        int status = 0;
        while (status != OK) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IOException(username + " cannot save: " + status);
            }
            try {
                status = send(criterion, level);
                if (status == 401 || status == 302) {
                    signIn();
                } else if (status != OK && status != CONFLICT) {
                    repeated++;
                    Thread.sleep(200);
                }
            } catch (IOException e) {
                repeated++;
                Thread.sleep(200);
            }
        }
        saves++;
        longestNanos = Math.max(longestNanos, System.nanoTime() - begin);
    }

    /** A conflict tells the version of what was stored and not acknowledged; the next attempt goes on from there. */
    private int send(String criterion, int level) throws IOException, InterruptedException {
        String body = "{\"value\":\"%d\",\"version\":%d}".formatted(level, versions.getOrDefault(criterion, 0));
        HttpResponse<String> answer = client.send(
                to("/api/v1/assessments/" + assessment + "/answers/" + criterion)
                        .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        Matcher version = VERSION.matcher(answer.body());
        if ((answer.statusCode() == OK || answer.statusCode() == CONFLICT) && version.find()) {
            versions.put(criterion, Integer.valueOf(version.group(1)));
        }
        return answer.statusCode();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
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
