package vn.thang.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.report.LibreOffice;

/** The full round from outside: pages under twenty viewers, the workbook recalculated. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesBench {

    private static final int VIEWERS = 20;
    private static final int REQUESTS = 400;
    private static final int WARM_UP = 200;
    private static final String WORKBOOK = "target/bench-round.xlsx";

    @Test
    @Order(1)
    void pagesUnderTwentyViewers() throws Exception {
        String cookies;
        try (Browser browser = Browser.open()) {
            BrowserContext context = browser.person();
            browser.signIn(context, "lanhdao", Browser.PASSWORD);
            cookies = context.cookies().stream().map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
        double empty = mean("/empty.xhtml", cookies);
        Figures.keep("an empty page, 20 viewers", "%.1f ms".formatted(empty), "", "");
        for (String page : List.of("/dashboard/index.xhtml?round=B2026", "/dashboard/heatmap.xhtml?round=B2026",
                "/dashboard/heatmap.xhtml?round=B2026&sort=SHR&dir=desc",
                "/dashboard/agencies.xhtml?round=B2026", "/dashboard/agencies.xhtml?round=B2026&sort=due&page=20",
                "/dashboard/missing.xhtml?round=B2026&code=P1-01",
                "/dashboard/missing.xhtml?round=B2026&code=P1-01&sort=gap&page=20",
                "/organisation/tree.xhtml?code=15")) {
            double time = mean(page, cookies);
            Figures.keep(page, "%.1f ms".formatted(time), "%.1f times the empty page".formatted(time / empty),
                    "wanted: at most 5 times");
        }
    }

    @Test
    @Order(2)
    void libreOfficeRecalculates() throws Exception {
        Optional<LibreOffice> office = LibreOffice.find();
        double scoring = Double.parseDouble(Files.readString(Path.of("target/bench-scoring.txt")));
        if (office.isPresent()) {
            Path folder = Files.createDirectories(Path.of("target/bench-office")).toAbsolutePath();
            double time = Figures.seconds(() -> office.get().recalculate(Path.of(WORKBOOK).toAbsolutePath(), folder));
            Figures.keep("LibreOffice recalculates the workbook", "%.1f s".formatted(time),
                    "scoring is %.0f times faster".formatted(time / scoring), "wanted: at least 20 times");
        } else {
            Figures.keep("LibreOffice recalculates the workbook", "not installed", "", "");
        }
    }

    private static double mean(String path, String cookies) throws Exception {
        load(path, cookies, WARM_UP);
        return load(path, cookies, REQUESTS);
    }

    /** Mean time of a request in ms, with all viewers asking at once. */
    private static double load(String path, String cookies, int requests) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address(path))).header("Cookie", cookies)
                .build();
        ExecutorService viewers = Executors.newFixedThreadPool(VIEWERS);
        try {
            List<Future<Double>> times = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                times.add(viewers.submit(() -> {
                    long begin = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(path + " answered " + answer.statusCode());
                    }
                    return (System.nanoTime() - begin) / 1e6;
                }));
            }
            double sum = 0;
            for (Future<Double> time : times) {
                sum += time.get();
            }
            return sum / requests;
        } finally {
            viewers.shutdown();
        }
    }
}
