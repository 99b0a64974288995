package vn.thang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Says that a file is too large, instead of failing while a page reads its parameters; where its length is told, before
 * any of it is read.
 */
public class UploadLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int MOST_READ_ON = 5;

    private long mostBytes;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        mostBytes = Long.parseLong(config.getInitParameter("bytes"));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isTooLarge(request)) {
            // not an error page: rendering one would read the parameters of this very request
            response.sendRedirect(request.getContextPath() + "/too-large.xhtml");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What comes in chunks says no length: it is taken in, up to the limit, to find out. */
    private boolean isTooLarge(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (request.getContentLengthLong() >= 0 || type == null || !type.startsWith("multipart/form-data")) {
            return request.getContentLengthLong() > mostBytes;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException e) {
            readOn(request.getInputStream(), MOST_READ_ON * mostBytes);
            return true;
        }
    }

    /** Whoever still sends does not hear an answer: what follows is read and forgotten, within bounds. */
    private static void readOn(InputStream body, long most) throws IOException {
        byte[] forgotten = new byte[65_536];
        long left = most;
        for (int read = body.read(forgotten); read >= 0 && left > 0; read = body.read(forgotten)) {
            left -= read;
        }
    }
}
