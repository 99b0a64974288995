package vn.thang.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets the session of whoever asks end after so many seconds without use, and says after how many it would have. */
@WebServlet(GivenIdleSession.ADDRESS)
public class GivenIdleSession extends HttpServlet {

    public static final String ADDRESS = "/given-idle-session";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(request.getSession(false).getMaxInactiveInterval());
        request.getSession(false).setMaxInactiveInterval(Integer.parseInt(request.getParameter("seconds")));
    }
}
