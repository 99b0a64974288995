package vn.thang.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The version in the addresses of scripts, styles, fonts and pictures. Browsers keep those for a week; an upgrade that
 * changes the content of any of them changes all addresses, and so nobody works with those of last week.
 */
@Named
@ApplicationScoped
public class VersionPage {

    private static final int DIGITS = 12;

    @Inject
    private ServletContext application;

    private String ofResources;

    @PostConstruct
    void compute() {
        SortedMap<String, byte[]> resources = new TreeMap<>();
        read("/resources/", resources);
        String faces = FacesContext.class.getPackage().getImplementationVersion();
        resources.put("faces.js", String.valueOf(faces).getBytes(StandardCharsets.UTF_8));
        ofResources = version(resources);
    }

    private void read(String folder, Map<String, byte[]> resources) {
        for (String path : application.getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                read(path, resources);
            } else {
                try (InputStream content = application.getResourceAsStream(path)) {
                    resources.put(path, content.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Returns a version that is another one as soon as a name or any content is. */
    static String version(SortedMap<String, byte[]> resources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            resources.forEach((name, content) -> {
                digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String getOfResources() {
        return ofResources;
    }
}
