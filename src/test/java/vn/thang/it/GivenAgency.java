package vn.thang.it;

/** An agency that a test adds, told as a sentence: {@code anAgency("XA1").below("15").inRound("2026").answeredBy("phoihop")}. */
public final class GivenAgency {

    private final ContainerFixture test;
    private final String code;
    private String name = "Xã thử";
    private String type = "commune";

    GivenAgency(ContainerFixture test, String code) {
        this.test = test;
        this.code = code;
    }

    public GivenAgency named(String name) {
        this.name = name;
        return this;
    }

    public GivenAgency ofType(String type) {
        this.type = type;
        return this;
    }

    /** From here on the agency is there. */
    public GivenAgency below(String parent) {
        test.sql(
                "INSERT INTO agency (id, code, name, type, parent_id, path) SELECT NEXTVAL(agency_seq), ?1, ?2, ?3, id,"
                        + " CONCAT(path, LASTVAL(agency_seq), '/') FROM agency WHERE code = ?4",
                code, name, type, parent);
        return this;
    }

    /** Gives it an assessment in a round, not begun. */
    public GivenAgency inRound(String round) {
        test.sql("INSERT INTO assessment (id, round_id, agency_id, state) SELECT NEXTVAL(assessment_seq), r.id, a.id,"
                + " 'NOT_STARTED' FROM assessment_round r, agency a WHERE r.code = ?1 AND a.code = ?2", round, code);
        return this;
    }

    /** Makes a person its officer, from long ago until now. */
    public GivenAgency answeredBy(String username) {
        test.role(username, code, "OFFICER");
        return this;
    }

    public long id() {
        return test.number("SELECT id FROM agency WHERE code = ?1", code);
    }

    /** Returns its assessment in the round it was added to. */
    public long assessment() {
        return test.number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = ?1", code);
    }
}
