package vn.thang.indicator.catalogue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.thang.indicator.fetching.AnsweringServer;

/**
 * A CKAN portal as it is in reality: datasets without an organisation, twice, with wrong types and with nothing in them. Files of the first half of it answer.
 */
public final class SamplePortal {

    /** What an administrator writes for it. */
    public static final String AGENCIES = "so-tai-chinh-lao-cai = 15\nso-y-te-lao-cai = 15\nbo-tu-phap = BTP\nbo-xay-dung = BXD";

    private static final String ORGANISATION = """
            {"id": "b1f0-%1$s", "name": "%1$s", "title": "%2$s", "type": "organization", "description": "", "image_url": "",
             "created": "2023-03-01T02:11:09.120911", "is_organization": true, "approval_status": "approved", "state": "active"}""";

    /** Id, title, organisation, day of change, name of the file, and a part that a test may put in. */
    private static final String DATASET = """
            {"author": null, "author_email": null, "creator_user_id": "0f7c", "id": "%1$s", "isopen": true, "license_id": "cc-by",
             "license_title": "Creative Commons Attribution", "license_url": "http://www.opendefinition.org/licenses/cc-by", "maintainer": "Phòng Dữ liệu",
             "maintainer_email": "dulieu@example.vn", "metadata_created": "2024-03-02T08:00:00.000001", "metadata_modified": "%4$sT08:00:00.000001",
             "name": "%1$s", "notes": "Số liệu theo tháng, cập nhật ngày 05.", "num_resources": 1, "num_tags": 1, "organization": %3$s, "owner_org": "b1f0",
             "private": false, "state": "active", "title": "%2$s", "type": "dataset", "url": "", "version": "",
             "extras": [{"key": "spatial", "value": "VN-02"}, {"key": "temporal_start", "value": "2024-01-01"}, {"key": "access_rights", "value": "PUBLIC"}],
             "groups": [{"display_name": "Kinh tế", "id": "g1", "name": "kinh-te", "title": "Kinh tế"}],
             "resources": [{"cache_last_updated": null, "created": "2024-03-02T08:00:00", "description": "", "format": "CSV", "hash": "", "id": "%1$s-1",
               "last_modified": null, "mimetype": "text/csv", "name": "Tệp CSV", "package_id": "%1$s", "position": 0, "resource_type": null, "size": 20480,
               "state": "active", "url": "http://{host}/%5$s", "url_type": "upload"}],
             "tags": [{"display_name": "ngân sách", "id": "t1", "name": "ngan-sach", "state": "active", "vocabulary_id": null}],
             "relationships_as_object": [], "relationships_as_subject": []}""";

    private final List<String> results;

    /** @param budget title of the first dataset */
    public SamplePortal(LocalDate today, String budget) {
        String finance = ORGANISATION.formatted("so-tai-chinh-lao-cai", "Sở Tài chính tỉnh Lào Cai");
        String health = ORGANISATION.formatted("so-y-te-lao-cai", "Sở Y tế tỉnh Lào Cai");
        String justice = ORGANISATION.formatted("bo-tu-phap", "Bộ Tư pháp");
        String first = DATASET.formatted("ngan-sach", budget, finance, today.minusDays(20), "tep/ngan-sach.csv");
        results = List.of(first,
                DATASET.formatted("tram-y-te", "Danh sách trạm y tế", health, today.minusDays(200),
                        "mat/tram-y-te.csv"),
                "{\"id\": \"bao-cao\", \"name\": \"bao-cao\", \"title\": \"\", \"notes\": null, \"organization\": "
                        + finance
                        + ", \"metadata_modified\": \"2021-01-05T00:00:00\", \"tags\": [], \"resources\": []}",
                first, "null", "\"lỗi\"", "{\"title\": \"Không có mã\"}",
                "{\"id\": \"sai-kieu\", \"title\": 12345, \"tags\": \"giáo dục\", \"resources\": null, \"extras\": {\"spatial\": 1}, \"organization\": \"so-tai-chinh-lao-cai\","
                        + " \"owner_org\": \"b1f0-x\", \"metadata_modified\": 20260101, \"groups\": null}",
                DATASET.formatted("mo-coi", "Bộ dữ liệu không rõ cơ quan", "null", today.minusDays(5), "mat/mo-coi.csv")
                        .replace("\"owner_org\": \"b1f0\"", "\"owner_org\": null"),
                "{\"id\": \"van-ban\", \"title\": \"Văn bản quy phạm pháp luật\", \"notes\": \"Toàn văn\", \"organization\": "
                        + justice + ", \"metadata_created\": \"2020-01-01\","
                        + " \"metadata_modified\": \"" + today.plusDays(400)
                        + "\", \"tags\": [{\"display_name\": \"pháp luật\"}],"
                        + " \"resources\": [{\"url\": \"không phải địa chỉ\", \"format\": \"DOC\", \"size\": \"khoảng 2 MB\"}]}",
                DATASET.formatted("doanh-nghiep", "Danh sách doanh nghiệp",
                        ORGANISATION.formatted("cong-ty-la", "Công ty lạ"), today.minusDays(1), "mat/dn.csv"));
    }

    /** Answers as the portal does, and for its files. */
    public void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/3/action/package_search")) {
            int start = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*start=(\\d+).*", "$1"));
            String page = String.join(",", results.subList(Math.min(start, results.size()), results.size()));
            AnsweringServer.send(exchange, 200, "application/json;charset=utf-8",
                    ("{\"help\": \"http://{host}/api/3/action/help_show?name=package_search\","
                            + " \"success\": true, \"result\": {\"count\": " + results.size()
                            + ", \"facets\": {}, \"results\": [" + page
                            + "], \"sort\": \"id asc\", \"search_facets\": {}}}")
                            .replace("{host}", exchange.getRequestHeaders().getFirst("Host")));
        } else {
            AnsweringServer.send(exchange, path.startsWith("/tep/") ? 200 : 404, "text/csv", "x");
        }
    }
}
