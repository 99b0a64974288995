package vn.thang.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The endpoint as anybody reaches it: without sign-in, over HTTP. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ScoringsHttpIT {

    private static final int PORT = Integer.getInteger("it.http.port");
    private static final String PATH = "/api/v1/scorings";

    private static RequestSpecification json(String body) {
        return given().port(PORT).contentType(ContentType.JSON).header("Accept-Language", "en").body(body);
    }

    @Test
    void anInlineModelIsScoredWithReasonsAndPath() {
        json("""
                {"model": {"id": "example", "version": "1", "status": "proposal", "dimensions": [
                   {"code": "D", "weight": 1, "criteria": [
                     {"code": "D.1", "weight": 3, "core": true}, {"code": "D.2", "weight": 2},
                     {"code": "D.3", "weight": 2}, {"code": "D.4", "weight": 1}]}]},
                 "answers": {"D.1": 3, "D.2": 3, "D.3": 2, "D.4": 2}}""")
                .post(PATH).then().statusCode(200).contentType(ContentType.JSON)
                .body("level", equalTo(3)).body("index", equalTo("21/8"))
                .body("nodes", hasSize(1)).body("nodes[0].code", equalTo("D"))
                .body("nodes[0].shares", equalTo(List.of("1", "1", "5/8", "0", "0")))
                .body("path.level", equalTo(4)).body("path.effort", equalTo(3))
                .body("path.raises.code", equalTo(List.of("D.1", "D.3")));
    }

    @Test
    void theModelThatShipsIsKnownByItsName() {
        json("{\"model\": \"vn-dgm/1.0\", \"answers\": {}, \"targetLevel\": 1}").post(PATH).then().statusCode(200)
                .body("level", equalTo(0)).body("index", equalTo("0")).body("nodes", hasSize(11))
                .body("path.level", equalTo(1));
    }

    @Test
    void aFaultyRequestIsAnsweredWithEveryPlace() {
        json("{\"model\": \"vn-dgm/1.0\", \"answers\": {\"SHR.1\": 6, \"X\": 1}, \"targetLevel\": 9}").post(PATH).then()
                .statusCode(400).contentType("application/problem+json")
                .body("problems.pointer", hasItems("/answers/SHR.1", "/answers/X", "/targetLevel"))
                .body("problems[1].detail", equalTo("The model has no criterion X."));
        given().port(PORT).contentType(ContentType.JSON).header("Accept-Language", "vi").body("{").post(PATH).then()
                .statusCode(400).body("problems[0].detail", startsWith("Nội dung không phải là JSON hợp lệ"));
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        json(" ".repeat((1 << 20) + 1)).post(PATH).then().statusCode(413).body("detail", containsString("1048576"));
    }

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeBack() throws IOException {
        String answer = "";
        for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 429"); i++) {
            answer = answerTo("127.0.0.9");
        }
        assertTrue(answer.startsWith("HTTP/1.1 429"), answer);
        assertTrue(answer.matches("(?s).*\\r\\nRetry-After: [1-9][0-9]*\\r\\n.*"), answer);
        assertEquals("HTTP/1.1 400", answerTo("127.0.0.10").substring(0, 12));
    }

    /** What an empty request from this local address is answered. */
    private static String answerTo(String address) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), PORT, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 2\r\nConnection: close\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
