package vn.thang.assessment.course;

/**
 * Whom a step of a round tells, without whoever takes it. Somebody with several roles is counted with each of them, and once among
 * all.
 *
 * @param withResult     those who answer for an agency whose result is published by the step
 * @param others         those who answer for another agency of the round
 * @param administrators those who administer the country
 * @param people         all of them
 * @param unaddressed    those of them without an address for mail, who read it in the application alone
 */
public record ToldPeople(long withResult, long others, long administrators, long people, long unaddressed) {

    static final ToldPeople NOBODY = new ToldPeople(0, 0, 0, 0, 0);

    /** How many can get mail of it. */
    public long addressed() {
        return people - unaddressed;
    }
}
