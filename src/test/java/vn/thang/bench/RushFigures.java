package vn.thang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.thang.it.Browser;
import vn.thang.it.PayaraForTests;

/** What many officers at once saw: times of each step, how often they had to wait, what failed, and who used the processor. */
final class RushFigures {

    private static final double MILLION = 1e6;
    private static final long BETWEEN_LOOKS = 5_000;
    private static final Pattern HEAP = heap("used");
    private static final Pattern HEAP_BOUND = heap("max");

    private final ConcurrentMap<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> waits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final AtomicLong heap = new AtomicLong();
    private final AtomicLong heapBound = new AtomicLong();
    private final Thread heapWatch = Thread.startVirtualThread(this::watchHeap);
    private final Map<String, Duration> processorAtFirst = processor();
    private volatile Map<String, Duration> processorBefore = processorAtFirst;
    private volatile Map<String, Duration> processorAfter = Map.of();
    private volatile long begin = System.nanoTime();
    private volatile long end;

    void took(String step, long nanoseconds) {
        times.computeIfAbsent(step, none -> new ConcurrentLinkedQueue<>()).add(nanoseconds);
    }

    void admitted(long nanoseconds) {
        took("admission", nanoseconds);
    }

    void waited(String step) {
        waits.computeIfAbsent(step, none -> new LongAdder()).increment();
    }

    void failed(String step, int status) {
        failures.computeIfAbsent(step + " " + status, none -> new LongAdder()).increment();
    }

    private static Pattern heap(String kind) {
        return Pattern.compile("(?m)^jvm_memory_" + kind + "_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$");
    }

    /** Everybody is inside: what a second brings, and what a save costs, is counted from now on. */
    void inside() {
        processorBefore = processor();
        begin = System.nanoTime();
    }

    /** Nothing more is counted into what a second brings and what it costs, and nobody looks at the heap any more. */
    void over() throws InterruptedException {
        end = System.nanoTime();
        processorAfter = processor();
        heapWatch.interrupt();
        heapWatch.join();
    }

    double perSecond(String step) {
        return count(step) / ((end - begin) / 1e9);
    }

    /** The mean of a step, as so many times that of another. */
    double times(String step, String other) {
        return mean(step) / mean(other);
    }

    private double mean(String step) {
        return times.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream().mapToLong(Long::longValue).average()
                .orElse(Double.NaN);
    }

    /** The most heap of the server that was seen in use, in MiB, garbage that was not collected yet included. */
    long heap() {
        return heap.get() >> 20;
    }

    /** How much heap the server may have at most, in MiB. */
    long heapBound() {
        return heapBound.get() >> 20;
    }

    private static long sum(Pattern figure, String text) {
        return figure.matcher(text).results().mapToLong(one -> (long) Double.parseDouble(one.group(1)))
                .filter(bytes -> bytes > 0).sum();
    }

    private void watchHeap() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address("/metrics")))
                .header("Authorization", "Bearer " + PayaraForTests.given().get("THANG_METRICS_TOKEN"))
                .timeout(Duration.ofSeconds(30)).build();
        try {
            while (end == 0) {
                try {
                    String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                    heap.accumulateAndGet(sum(HEAP, text), Math::max);
                    heapBound.set(sum(HEAP_BOUND, text));
                } catch (IOException busy) {
                    failed("metrics", 0);
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long count(String step) {
        return times.getOrDefault(step, new ConcurrentLinkedQueue<>()).size();
    }

    /** In milliseconds; zero where the step never was taken. */
    double percentile(String step, int percent) {
        long[] sorted = times.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream().mapToLong(Long::longValue)
                .sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLION;
    }

    Map<String, LongAdder> failures() {
        return new TreeMap<>(failures);
    }

    Map<String, LongAdder> waits() {
        return new TreeMap<>(waits);
    }

    /** Milliseconds of processor of the server, the database and those who ask, for each of these steps. */
    String processorFor(String step) {
        return each(processorBefore, processorAfter, step);
    }

    /** Likewise until everybody was inside; nothing where work began before. */
    String processorAtTheDoor(String step) {
        return processorBefore == processorAtFirst ? ""
                : "; " + each(processorAtFirst, processorBefore, step) + " for each";
    }

    /** Seconds of processor of the server, the database and those who ask. */
    String processorUsed() {
        return told(processorBefore, processorAfter, used -> used.toSeconds() + " s");
    }

    private String each(Map<String, Duration> before, Map<String, Duration> after, String step) {
        return told(before, after, used -> used.toMillis() / Math.max(1, count(step)) + " ms");
    }

    private static String told(Map<String, Duration> before, Map<String, Duration> after,
            Function<Duration, String> each) {
        return after.entrySet().stream()
                .map(one -> one.getKey() + ' '
                        + each.apply(one.getValue().minus(before.getOrDefault(one.getKey(), Duration.ZERO))))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Duration> processor() {
        Map<String, Duration> used = new TreeMap<>();
        ProcessHandle.current().descendants().forEach(process -> {
            String command = process.info().commandLine().orElse("");
            String who = command.contains("payara-micro") ? "server" : command.contains("mariadbd") ? "database" : null;
            if (who != null) {
                used.merge(who, process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus);
            }
        });
        if (ManagementFactory
                .getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            used.put("client", Duration.ofNanos(system.getProcessCpuTime()));
        }
        return used;
    }
}
