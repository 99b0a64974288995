package vn.thang.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says that a file is too large before any of it is read, instead of failing while a page reads its parameters. */
public class UploadLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private long mostBytes;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        mostBytes = Long.parseLong(config.getInitParameter("bytes"));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > mostBytes) {
            // not an error page: rendering one would read the parameters of this very request
            response.sendRedirect(request.getContextPath() + "/too-large.xhtml");
        } else {
            chain.doFilter(request, response);
        }
    }
}
