package vn.thang.matter.register;

import vn.thang.matter.Matter;
import vn.thang.organisation.agency.AgencyName;

/** What a matter is about, as far as it is put into words; its name is that of the agency that is asked. */
public interface MatterTopic extends AgencyName {

    Matter.About about();

    /** Code of the target; null for none. */
    String target();

    /** Model of the assessment; null where it is about none. */
    String modelRef();

    /** Code of the criterion or dimension; null for none. */
    String criterion();

    /** Code of the indicator; null for none. */
    String indicator();

    /** Code of the source; null for none. */
    String source();

    /** The round or period of its figure; null for none. */
    String period();
}
