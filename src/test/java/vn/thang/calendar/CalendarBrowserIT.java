package vn.thang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** A person makes an address for the calendar on their telephone, which reads it without a session until it is revoked. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalendarBrowserIT {

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aCalendarReadsUntilTheAddressIsRevoked() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("phoihop");
            page.navigate(Browser.address("/organisation/account.xhtml"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo địa chỉ lịch")).click();
            String address = page.locator("#calendar-address").textContent();
            assertTrue(address.startsWith(Browser.address("/api/v1/calendar/days.ics?key=thangcal_")), address);
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            HttpResponse<String> calendar = get(address);
            assertEquals(200, calendar.statusCode(), calendar::body);
            assertEquals("text/calendar;charset=UTF-8",
                    calendar.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
            assertTrue(calendar.headers().firstValue("Set-Cookie").isEmpty());
            assertTrue(calendar.body().contains("BEGIN:VEVENT"), calendar::body);
            String tag = calendar.headers().firstValue("ETag").orElse("");
            assertEquals(304, get(address, "If-None-Match", tag).statusCode());
            page.navigate(Browser.address("/organisation/account.xhtml"));
            assertEquals(0, page.locator("#calendar-address").count(), "it is shown once");
            page.locator("#calendar input[value='Thu hồi']").first().click();
            page.getByText("Địa chỉ lịch đã được thu hồi").waitFor();
            HttpResponse<String> none = get(address, "Accept-Language", "en");
            assertEquals(404, none.statusCode());
            assertTrue(none.body().contains("There is no such calendar address"), none::body);
            assertEquals("application/problem+json",
                    none.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        }
    }
}
