package vn.thang.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything for other systems stands under /api/v1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(info = @Info(title = "Thang", version = "1", description = "Data management maturity of public agencies and targets of the programme. Every refusal is a problem of RFC 9457"
        + " in the language that the header Accept-Language asks for.", contact = @Contact(name = "The administrators of this installation"), license = @License(name = "Apache 2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.html")), tags = {
                @Tag(name = "agencies", description = "Agencies by name or code"),
                @Tag(name = "assessments", description = "What the forms of an assessment do: answers, evidence, workbooks, minutes"),
                @Tag(name = "calendar", description = "Days as calendars read them"),
                @Tag(name = "connectors", description = "What other systems answered to connectors"),
                @Tag(name = "data", description = "Results, targets, readings and registers for programs, row by row"),
                @Tag(name = "models", description = "Versions of models and of the programme, as files and as workbooks"),
                @Tag(name = "readings", description = "Readings that sources push, and sheets to fill in"),
                @Tag(name = "reports", description = "Workbooks and pictures of a round"),
                @Tag(name = "scorings", description = "Scoring without storing, open to everybody"),
                @Tag(name = "session", description = "The session of the person who is signed in"),
                @Tag(name = "verification", description = "Published results and the trail computed again"),
                @Tag(name = "work", description = "Files that long work has made")})
@SecurityScheme(securitySchemeName = OpenApiDocument.SESSION, type = SecuritySchemeType.APIKEY, in = SecuritySchemeIn.COOKIE, apiKeyName = "THANG", description = "The session that signing in at /login.xhtml begins")
@SecurityScheme(securitySchemeName = OpenApiDocument.SOURCE, type = SecuritySchemeType.HTTP, scheme = "bearer", description = "The token of a source, which an administrator makes")
@SecurityScheme(securitySchemeName = OpenApiDocument.TOKEN, type = SecuritySchemeType.HTTP, scheme = "bearer", description = "A token that a person makes on the page of their account: it reads, at and below one agency, and never more than the person may read")
public class RestApplication extends Application {

    /** What can be called is told by the description of the interface alone, and not a second time by the server. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
