package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** This server among those that share the database. */
@ApplicationScoped
class WorkNode {

    private static final int LONGEST_NAME = 50;

    private final String name = found();
    private volatile boolean leaving;

    /** Names the server: its host and its process, so that two on one host differ. */
    String name() {
        return name;
    }

    /** Answers whether the server stops, so that its work has to go on elsewhere. */
    boolean leaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
    }

    private static String found() {
        String process = ":" + ProcessHandle.current().pid();
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return host.substring(0, Math.min(host.length(), LONGEST_NAME - process.length())) + process;
    }
}
