package vn.thang.organisation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.operation.OperatorCommand;
import vn.thang.platform.BusinessException;

/** Who gets a link from the operator's hand: administrators, and the first of them. */
class FirstAccountIT extends ContainerFixture {

    @Inject
    private FirstAccount accounts;

    @Inject
    private PasswordLinks links;

    @Inject
    private OperatorCommand command;

    @Test
    void anAdministratorGetsALinkAndTheTrailKnows() {
        caller.actAsSystem();
        long before = told();
        PasswordLinks.Issued link = accounts.link("quantri", "quantri@example.vn");
        assertEquals("quantri", links.holder(link.secret()).orElseThrow());
        assertEquals(before + 1, told());
    }

    private long told() {
        return number("SELECT COUNT(*) FROM change_log WHERE action = 'make-password-link' AND subject_id ="
                + " (SELECT id FROM person WHERE username = 'quantri')");
    }

    @Test
    void nobodyElseDoes() throws Exception {
        for (String name : List.of("canbo", "nobody.new")) {
            caller.actAsSystem();
            assertEquals("organisation.first-account.administrators", assertThrows(BusinessException.class,
                    () -> accounts.link(name, "x@example.vn")).key());
            again();
        }
        for (String signedIn : List.of("quantri", "canbo", "kiemtoan")) {
            caller.actAs(signedIn);
            assertThrows(BusinessException.Forbidden.class, () -> accounts.link("quantri", "x@example.vn"), signedIn);
            again();
        }
    }

    @Test
    void whereNobodyIsAdministratorTheFirstOneIsMade() {
        sql("UPDATE membership SET valid_to = '2020-01-01', valid_from = '2019-01-01' WHERE role = 'ADMINISTRATOR'");
        caller.actAsSystem();
        PasswordLinks.Issued link = accounts.link("first.one", "first.one@example.vn");
        assertTrue(link.invitation());
        assertEquals(1, number("SELECT COUNT(*) FROM membership m JOIN person p ON p.id = m.person_id"
                + " WHERE p.username = 'first.one' AND m.role = 'ADMINISTRATOR' AND m.valid_to IS NULL"));
    }

    @Test
    void theCommandSaysWhatIsWrong() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(2, command.run(List.of("first-account"), out));
        assertEquals(1, command.run(List.of("run", "no-such-work"), out));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("thang.jar run"));
    }
}
