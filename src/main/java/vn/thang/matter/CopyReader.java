package vn.thang.matter;

import vn.thang.organisation.agency.AgencyName;

/**
 * A person who can get a copy of a matter, because they may read it.
 *
 * @param name of the agency at which they may
 */
public record CopyReader(long id, String fullName, String name, String nameEn) implements AgencyName {
}
